package io.countersign.approvals;

import io.countersign.kernel.Characters;
import java.util.List;

/**
 * The value of an indicator in its one normal form. Reports write dangerous addresses so that nobody follows them ({@code
 * hxxp://}, {@code 203[.]0[.]113[.]9}); people and scripts get what is meant. What does not fit its type is refused, so that
 * nobody agrees to a half-read address.
 */
public sealed interface IndicatorValue {

    /** Every type that an indicator may have. */
    List<String> TYPES = List.of("ip", "domain", "hash_md5", "hash_sha1", "hash_sha256", "url", "email", "account");

    /** The longest value, in characters. */
    int MAX_LENGTH = 4096;

    /** A value that fits its type. */
    record Normal(String value) implements IndicatorValue {}

    /** A value that does not. */
    record Flawed(String message) implements IndicatorValue {}

    /** Reads a value as one of its type. */
    static IndicatorValue read(String type, String given) {
        String value = given.strip();
        if (value.isEmpty()) {
            return new Flawed("must not be blank");
        }
        if (Characters.count(value) > MAX_LENGTH) {
            return new Flawed("must have at most " + MAX_LENGTH + " characters");
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            return new Flawed("must not hold control characters");
        }
        return switch (type) {
            case "ip" -> IndicatorForms.ip(IndicatorForms.refanged(value));
            case "domain" -> IndicatorForms.domain(IndicatorForms.refanged(value));
            case "hash_md5" -> IndicatorForms.hash(value, 32);
            case "hash_sha1" -> IndicatorForms.hash(value, 40);
            case "hash_sha256" -> IndicatorForms.hash(value, 64);
            case "url" -> IndicatorForms.url(IndicatorForms.refanged(value));
            case "email" -> IndicatorForms.email(IndicatorForms.refanged(value));
            case "account" -> new Normal(value);
            default -> new Flawed("has a type that is not known");
        };
    }
}
