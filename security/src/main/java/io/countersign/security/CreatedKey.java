package io.countersign.security;

/**
 * A new key and, this once, the secret itself.
 *
 * @param key {@code csk_} and 256 random bits
 */
public record CreatedKey(ApiKey apiKey, String key) {

    /** Without the secret: a record's own text would print it. */
    @Override
    public String toString() {
        return "CreatedKey[" + apiKey + "]";
    }
}
