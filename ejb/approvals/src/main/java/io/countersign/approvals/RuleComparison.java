package io.countersign.approvals;

import io.countersign.approvals.rules.RuleStrictness;

/** Compares approval rules, for modules that keep rules of their own. */
public final class RuleComparison {
    private RuleComparison() {}

    /** Whether whoever meets the first rule has met the second one too; what only the directory could tell counts as no. */
    public static boolean asksNoLess(Rule one, Rule other) {
        return one.equals(other) || RuleStrictness.atLeast(one, other);
    }
}
