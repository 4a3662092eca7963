package io.countersign.sandbox;

import io.countersign.sandbox.guard.Kill;
import io.countersign.sandbox.run.HostLink;
import io.countersign.sandbox.run.ResultSize;
import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.secrets.Masker;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From what happened to an outcome; what the host knows comes before what the script's side says. */
final class OutcomeResolver {
    private static final Pattern LIMIT = Pattern.compile("LIMIT_[A-Z_]{1,32}");
    /** Beyond what an exception's name, message and line come to; a side that was taken over may say more. */
    private static final int LONGEST_SENTENCE = 8_000;

    private final Limits limits;
    private final Masker masker;

    OutcomeResolver(Limits limits, Masker masker) {
        this.limits = limits;
        this.masker = masker;
    }

    /** {@code late}: the host's clock was over when the result came; the other side's clock may have begun later. */
    RunOutcome of(RunResult result, HostLink.@Nullable Ended byHost, boolean late) {
        if (byHost != null) {
            return ended(byHost.code(), byHost.reason(), result.line(), result.spent());
        }
        if (late && result.kind() != RunResult.Kind.KILLED) {
            return ended(Kill.TIME, "", result.line(), result.spent());
        }
        boolean returned = result.kind() == RunResult.Kind.OK || result.kind() == RunResult.Kind.FAIL;
        if (returned && !ResultSize.fits(result.message(), result.data(), limits.resultBytes())) {
            return ended("LIMIT_RESULT", tooLong(), result.line(), result.spent());
        }
        String message = returned ? masker.mask(result.message()) : masker.mask(result.message(), LONGEST_SENTENCE);
        return switch (result.kind()) {
            case OK -> new RunOutcome.Succeeded(message, masker.mask(result.data()), result.spent());
            case FAIL -> new RunOutcome.Failed(null, message, masker.mask(result.data()), 0, result.spent());
            case THREW -> new RunOutcome.Failed(known(result.code()), message, Map.of(), result.line(), result.spent());
            case KILLED -> ended(result.code(), message, result.line(), result.spent());
            case BROKEN -> new RunOutcome.Errored(message, result.spent());
        };
    }

    private String tooLong() {
        return "the result is longer than " + limits.resultBytes() + " bytes";
    }

    private static String known(String code) {
        return code.equals("RESULT_NOT_JSON") ? code : "SCRIPT_EXCEPTION";
    }

    RunOutcome ended(String code, String message, int line, RunOutcome.Spent spent) {
        return switch (code) {
            case Kill.TIME -> new RunOutcome.TimedOut(limits.wallMillis(), line, spent);
            case Kill.CANCELLED -> new RunOutcome.Cancelled(spent);
            case "HTTP_NOT_MOCKED" -> new RunOutcome.Failed(code, masker.mask(message), Map.of(), line, spent);
            default ->
                LIMIT.matcher(code).matches()
                        ? new RunOutcome.LimitExceeded(code, message, line, spent)
                        : new RunOutcome.Errored("the run ended with an unknown code", spent);
        };
    }
}
