package io.countersign.web;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Clears remembered answers whose day is over; a late run only leaves rows that no longer count. */
@Singleton
public class ForgetOldAnswers {

    @Inject
    AnswerLedger ledger;

    /** Once an hour. */
    @Schedule(hour = "*", minute = "41", persistent = false)
    public void forget() {
        ledger.forget();
    }
}
