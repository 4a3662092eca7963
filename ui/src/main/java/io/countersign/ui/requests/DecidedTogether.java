package io.countersign.ui.requests;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** What became of each of several decisions, kept until the page that shows it, and shown once. */
@SessionScoped
class DecidedTogether implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    // lost when a session is passivated: every decision is also in its request's timeline
    private transient List<Result> results = List.of();

    /**
     * One of them.
     *
     * @param sentence the request in one sentence
     * @param recorded false when it was refused and nothing changed
     */
    public record Result(UUID uuid, String sentence, boolean recorded, String outcome) {

        static Result recorded(UUID uuid, String sentence, String outcome) {
            return new Result(uuid, sentence, true, outcome);
        }

        static Result refused(UUID uuid, String sentence, String why) {
            return new Result(uuid, sentence, false, why);
        }
    }

    synchronized void keep(List<Result> fresh) {
        results = List.copyOf(fresh);
    }

    synchronized List<Result> take() {
        List<Result> taken = results == null ? List.of() : results;
        results = List.of();
        return taken;
    }
}
