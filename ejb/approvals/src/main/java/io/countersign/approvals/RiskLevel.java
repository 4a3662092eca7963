package io.countersign.approvals;

/** How much harm a wrong execution could do; set by the author of a workflow or the catalogue of tools. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** True where nobody agrees who wrote what would run, or changed what protects it. */
    public boolean excludesEditors() {
        return this == HIGH || this == CRITICAL;
    }

    /** True where what runs gets a process that nothing else has run in. */
    public boolean needsOwnProcess() {
        return this == HIGH || this == CRITICAL;
    }

    /** The more dangerous of two. */
    public static RiskLevel higher(RiskLevel one, RiskLevel other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The level of that outside name; a refusal naming the field {@code risk_level} when there is none. */
    public static RiskLevel parse(String wire) {
        return WireNames.parse(RiskLevel.class, "risk_level", wire);
    }

    /** The name outside: lower case. */
    @Override
    public String toString() {
        return WireNames.of(this);
    }
}
