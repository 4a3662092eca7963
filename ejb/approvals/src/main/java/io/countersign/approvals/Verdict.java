package io.countersign.approvals;

/** One person's decision on a request. */
public enum Verdict {
    APPROVE,
    REJECT;

    /** The verdict of that outside name; a refusal naming the field {@code decision} when there is none. */
    public static Verdict parse(String wire) {
        return WireNames.parse(Verdict.class, "decision", wire);
    }

    /** The name outside: lower case. */
    @Override
    public String toString() {
        return WireNames.of(this);
    }
}
