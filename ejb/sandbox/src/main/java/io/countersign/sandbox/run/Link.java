package io.countersign.sandbox.run;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.guard.Budget;
import io.countersign.script.HttpException;
import java.util.Map;

/** The host as the parts of a context see it: failures become the script's exceptions, the host's word ends the run. */
final class Link {
    final Budget budget;
    private final HostLink host;

    Link(HostLink host, Budget budget) {
        this.host = host;
        this.budget = budget;
    }

    HttpReply http(HostLink.Ask ask) {
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

    void log(String level, String message, Map<String, Object> fields) {
        budget.look();
        try {
            host.log(System.currentTimeMillis(), level, message, fields);
        } catch (HostLink.Ended e) {
            budget.kill(e.code(), e.getMessage());
        }
    }
}
