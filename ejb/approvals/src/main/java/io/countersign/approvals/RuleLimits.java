package io.countersign.approvals;

import io.countersign.approvals.rules.Places;
import java.util.List;

/** How large what is asked for may be: the same when a rule is saved as when it is asked for. */
public final class RuleLimits {

    /** Shortest and longest time until a request expires, in seconds. */
    public static final int MIN_TIMEOUT = 30;

    public static final int MAX_TIMEOUT = 604_800;
    /** Longest text about what would happen: a description, a reason, an impact. */
    public static final int MAX_TEXT = 10_000;
    /** Longest name of a tool, a role or an organization. */
    public static final int MAX_NAME = 200;
    /** Most people or roles that a rule names, and most that it wants. */
    public static final int MAX_PEOPLE = 50;
    /** Most steps of an escalation. */
    public static final int MAX_STEPS = 10;

    private RuleLimits() {}

    /** Why a quorum is too large to be judged; null when it is not. */
    public static @org.jspecify.annotations.Nullable String flaw(Quorum quorum) {
        return Places.manageable(quorum)
                ? null
                : "must have at most " + Places.MAX_PLACES + " places and " + Places.MAX_ALTERNATIVES + " alternatives";
    }

    /** Every role that a quorum names. */
    public static List<String> roles(Quorum quorum) {
        return List.copyOf(Places.roles(quorum));
    }
}
