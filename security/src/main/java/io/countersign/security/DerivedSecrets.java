package io.countersign.security;

import io.countersign.kernel.ServerOnly;
import io.countersign.security.apikey.KeyHasher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Secrets that are derived from the installation's key and their purpose instead of being stored. The same secret can
 * be shown again, and nothing of it is in the database.
 */
@ServerOnly("other façades, each for its own purpose")
@ApplicationScoped
public class DerivedSecrets {

    private final KeyHasher hasher;

    @Inject
    DerivedSecrets(KeyHasher hasher) {
        this.hasher = hasher;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected DerivedSecrets() {
        this.hasher = null;
    }

    /**
     * 64 hex characters, 256 bits; always the same for the same purpose on this installation.
     *
     * @param purpose a word for the use, a colon and an id, such as {@code callback:…}; never begins like an API key
     */
    public String of(String purpose) {
        if (purpose.startsWith("csk_")) {
            throw new IllegalArgumentException("an API key is no purpose");
        }
        return hasher.hash(purpose);
    }
}
