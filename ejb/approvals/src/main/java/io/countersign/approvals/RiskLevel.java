package io.countersign.approvals;

/** How much harm a mistaken execution could do. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** True where the last editor of the code may not agree to it either. */
    public boolean excludesLastEditor() {
        return this == HIGH || this == CRITICAL;
    }

    /** The level of that outside name; a refusal naming the field {@code risk_level} when there is none. */
    public static RiskLevel parse(String wire) {
        return Wire.parse(RiskLevel.class, "risk_level", wire);
    }

    /** The name outside: lower case. */
    @Override
    public String toString() {
        return Wire.of(this);
    }
}
