package io.countersign.workflows;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.RuleComparison;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Which edits need the approval of another person, as set by {@code COUNTERSIGN_PUBLISHING_REVIEW}. */
@ApplicationScoped
class ReviewScope {

    /** What the setting may say. */
    enum Extent {
        /** What would run without agreement, and less protection. */
        UNGUARDED,
        /** Every going live besides. */
        ALL,
        /** Nothing. */
        OFF
    }

    private final Supplier<Extent> extent;

    @Inject
    ReviewScope(AuthoringSettings settings) {
        this(settings::review);
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ReviewScope() {
        this.extent = null;
    }

    ReviewScope(Supplier<Extent> extent) {
        this.extent = extent;
    }

    /** Whether the edit needs another person's agreement. */
    boolean covers(Edit edit) {
        Extent asked = extent.get();
        if (asked == Extent.OFF) {
            return false;
        }
        if (!edit.isLive()) {
            // a builtin goes live by itself once its integration is configured
            return edit.row().builtin != null && lowers(edit);
        }
        if (asked == Extent.ALL && edit.goesLive()) {
            return true;
        }
        boolean touched = edit.goesLive() || ProtectedFields.touchedBy(edit);
        return isUnguarded(edit.after()) && touched || lowers(edit);
    }

    /** Whether runs may happen that no people agree to: by mode, or by a policy, which agrees to requests of the type auto. */
    static boolean isUnguarded(Definition definition) {
        return ApprovalMode.of(definition.text("approval_mode")) != ApprovalMode.ALWAYS
                || ApprovalType.parse(definition.text("approval_type")) == ApprovalType.AUTO;
    }

    /** Whether less would protect the workflow than did when it was live last. */
    private static boolean lowers(Edit edit) {
        Definition held = edit.heldLast();
        return held != null
                && (isLower(held, edit.after())
                        || ProtectedFields.widens(held, edit.after())
                        || ProtectedFields.moves(held, edit.after()));
    }

    static boolean isLower(Definition before, Definition after) {
        return mode(after).compareTo(mode(before)) > 0
                || RiskLevel.parse(after.text("risk_level")).compareTo(RiskLevel.parse(before.text("risk_level"))) < 0
                || !RuleComparison.asksNoLess(after.rule(), before.rule());
    }

    private static ApprovalMode mode(Definition definition) {
        return ApprovalMode.of(definition.text("approval_mode"));
    }
}
