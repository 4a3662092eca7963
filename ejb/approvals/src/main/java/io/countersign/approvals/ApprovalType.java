package io.countersign.approvals;

/** The six approval types; docs/approvals.md has the table. */
public enum ApprovalType {
    AUTO,
    MANUAL,
    SINGLE,
    MULTI,
    UNANIMOUS,
    EMERGENCY;

    /** The type of that outside name; a refusal naming the field {@code approval_type} when there is none. */
    public static ApprovalType parse(String wire) {
        return WireNames.parse(ApprovalType.class, "approval_type", wire);
    }

    /** The name outside: lower case. */
    @Override
    public String toString() {
        return WireNames.of(this);
    }
}
