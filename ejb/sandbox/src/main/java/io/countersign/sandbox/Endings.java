package io.countersign.sandbox;

import io.countersign.sandbox.guard.Kill;
import io.countersign.sandbox.run.HostLink;
import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.secrets.Masker;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what happened to an outcome; what the host knows comes before what the script's side says. */
final class Endings {
    private final Limits limits;
    private final Masker masker;

    Endings(Limits limits, Masker masker) {
        this.limits = limits;
        this.masker = masker;
    }

    Outcome of(RunResult result, HostLink.@Nullable Ended byHost) {
        if (byHost != null) {
            return ended(byHost.code(), byHost.reason(), result.line(), result.spent());
        }
        String message = masker.mask(result.message());
        return switch (result.kind()) {
            case OK -> new Outcome.Succeeded(message, masker.mask(result.data()), result.spent());
            case FAIL -> new Outcome.Failed(null, message, masker.mask(result.data()), 0, result.spent());
            case THREW -> new Outcome.Failed(result.code(), message, Map.of(), result.line(), result.spent());
            case KILLED -> ended(result.code(), message, result.line(), result.spent());
            case BROKEN -> new Outcome.Errored(message, result.spent());
        };
    }

    Outcome ended(String code, String message, int line, Outcome.Spent spent) {
        return switch (code) {
            case Kill.TIME -> new Outcome.TimedOut(limits.wallMillis(), spent);
            case Kill.CANCELLED -> new Outcome.Cancelled(spent);
            case "HTTP_NOT_MOCKED" -> new Outcome.Failed(code, masker.mask(message), Map.of(), line, spent);
            default ->
                code.startsWith("LIMIT_")
                        ? new Outcome.LimitExceeded(code, message, line, spent)
                        : new Outcome.Errored("the run ended with an unknown code", spent);
        };
    }
}
