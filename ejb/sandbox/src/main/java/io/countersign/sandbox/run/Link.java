package io.countersign.sandbox.run;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.RunTime;
import io.countersign.sandbox.guard.Budget;
import io.countersign.script.HttpException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The host as the parts of a context see it: failures become the script's exceptions, the host's word ends the run. */
final class Link {
    final Budget budget;
    private final HostLink host;
    private final Set<String> hidden = new LinkedHashSet<>();

    private long waitedMillis;

    Link(HostLink host, Budget budget, RunTime time) {
        this.host = host;
        this.budget = budget;
        budget.keepTimeBy(ScriptClock.of(time, () -> waitedMillis + host.waitedMillis()));
    }

    /** A pause that takes no time, in a run that does not wait. */
    void waited(long millis) {
        waitedMillis += millis;
    }

    HttpReply http(HostLink.OutgoingRequest ask) {
        return asked(() -> host.http(ask));
    }

    IntegrationReply integration(String name, String operation, Map<String, Object> args) {
        return asked(() -> host.integration(name, operation, args));
    }

    private interface Question<T> {
        T ask() throws HttpFailure;
    }

    private <T> T asked(Question<T> question) {
        budget.look();
        try {
            T answer = question.ask();
            budget.look();
            return answer;
        } catch (HttpFailure e) {
            budget.look();
            throw new HttpException(e.kind().word(), e.getMessage());
        } catch (HostLink.Ended e) {
            budget.kill(e.code(), e.getMessage());
            throw e;
        }
    }

    /** What the script hid, so far. */
    Set<String> hidden() {
        return hidden;
    }

    /** From now on the host masks the value. */
    void hide(String value) {
        budget.look();
        if (hidden.contains(value)) {
            return;
        }
        if (hidden.size() >= HostLink.MOST_HIDDEN || value.length() > HostLink.LONGEST_HIDDEN) {
            budget.kill(
                    "LIMIT_LOG",
                    "a script may hide " + HostLink.MOST_HIDDEN + " values of " + HostLink.LONGEST_HIDDEN
                            + " characters");
        }
        hidden.add(value);
        try {
            host.hide(value);
        } catch (HostLink.Ended e) {
            budget.kill(e.code(), e.getMessage());
        }
    }

    void log(String level, String message, Map<String, Object> fields) {
        budget.look();
        try {
            host.log(System.currentTimeMillis(), level, message, fields);
        } catch (HostLink.Ended e) {
            budget.kill(e.code(), e.getMessage());
        }
    }
}
