package io.countersign.approvals;

/** Where a request is in its life. All but {@link #PENDING} are final and never change. */
public enum Status {
    PENDING,
    APPROVED,
    REJECTED,
    EXPIRED,
    CANCELLED;

    /** True when nothing can change the request any more. */
    public boolean terminal() {
        return this != PENDING;
    }

    /** The status of that outside name; a refusal naming the field {@code status} when there is none. */
    public static Status parse(String wire) {
        return WireNames.parse(Status.class, "status", wire);
    }

    /** The name outside: lower case. */
    @Override
    public String toString() {
        return WireNames.of(this);
    }
}
