package io.countersign.ui.access;

import io.countersign.approvals.Delegation;
import io.countersign.approvals.DelegationDraft;
import io.countersign.approvals.Delegations;
import io.countersign.kernel.Refusal;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** An approver lets somebody else decide while they are away. */
@ApplicationScoped
class Delegate implements Action {

    @Inject
    Delegations delegations;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "delegate";
    }

    @Override
    public String formView() {
        return "delegations";
    }

    @Override
    public String perform(HtmlForm form) {
        Instant from = form.time("from_time");
        Instant to = form.time("to_time");
        if (to == null) {
            throw Refusal.invalid("to_time", "say until when");
        }
        DelegationDraft draft = new DelegationDraft(
                form.text("to"), form.words("roles"), from == null ? clock.instant() : from, to, form.text("reason"));
        Delegation made = delegations.create(draft, currentUser.actor());
        flashMessages.good(made.to() + " is your delegate until then.");
        return "delegations";
    }
}
