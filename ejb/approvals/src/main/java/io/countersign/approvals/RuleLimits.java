package io.countersign.approvals;

import io.countersign.kernel.CanonicalJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits and defaults of an approval rule and of what is said about a request: the same when a workflow is saved as when it
 * is asked for, on every channel. Lengths are counted in {@link io.countersign.kernel.Characters}.
 */
public final class RuleLimits {

    /** Shortest and longest time until a request expires, in seconds. */
    public static final int MIN_TIMEOUT = 30;

    public static final int MAX_TIMEOUT = 604_800;
    /** Longest text about what would happen: a description, a reason, an impact. */
    public static final int MAX_TEXT = 10_000;
    /** Longest comment on a decision, a revision, a review or a cancellation. */
    public static final int MAX_COMMENT = 4_000;
    /** Longest name of a tool, a role, an organization, a channel, a session or an incident. */
    public static final int MAX_NAME = 200;
    /** Longest address that an outcome is posted to. */
    public static final int MAX_URL = 2_000;
    /** Most people or roles that a rule names, and most that it wants. */
    public static final int MAX_PEOPLE = 50;
    /** Most steps of an escalation. */
    public static final int MAX_STEPS = 10;

    /** Longest inputs of a request, in characters of their canonical spelling; that of a number can be longer than what was sent. */
    public static final int MAX_ARGUMENTS = 1_048_576;

    /** Until a request expires when neither its asker nor the configuration says, in seconds. */
    public static final int DEFAULT_TIMEOUT = 3_600;
    /** An emergency is decided within this time, in seconds, unless its asker says otherwise. */
    public static final int EMERGENCY_TIMEOUT = 900;

    private RuleLimits() {}

    /**
     * Until a request expires when its asker does not say.
     *
     * @param configured APPROVAL_DEFAULT_TIMEOUT_SECONDS
     * @return seconds; for an emergency at most {@link #EMERGENCY_TIMEOUT}
     */
    public static int timeoutSeconds(ApprovalType type, int configured) {
        return type == ApprovalType.EMERGENCY ? Math.min(configured, EMERGENCY_TIMEOUT) : configured;
    }

    /** Why a quorum is too large to be judged; null when it is not. */
    public static @Nullable String flaw(Quorum quorum) {
        return QuorumMatcher.manageable(quorum)
                ? null
                : "must have at most " + QuorumMatcher.MAX_PLACES + " places and " + QuorumMatcher.MAX_ALTERNATIVES
                        + " alternatives";
    }

    /** Why a request's inputs cannot be kept; null when they can. */
    public static @Nullable String argumentsFlaw(Map<String, Object> arguments) {
        int length = CanonicalJson.of(arguments).length();
        return length <= MAX_ARGUMENTS
                ? null
                : "make inputs of " + length + " characters in canonical JSON; " + MAX_ARGUMENTS + " can be kept";
    }

    /** Every role that a quorum names. */
    public static List<String> roles(Quorum quorum) {
        return List.copyOf(QuorumMatcher.roles(quorum));
    }
}
