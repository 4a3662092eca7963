package io.countersign.security;

import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API keys: made, listed, changed and revoked by an admin; every change is audited. */
@ApplicationScoped
@Transactional
public class ApiKeys {

    /** How every key begins. */
    public static final String KEY_PREFIX = "csk_";

    /**
     * Makes a key.
     *
     * @throws Refusal VALIDATION_ERROR with every wrong field; FORBIDDEN unless the caller is an admin
     */
    public CreatedKey create(NewApiKey wish, Actor by) {
        throw new UnsupportedOperationException("lands within minutes");
    }

    /** All keys, newest first, revoked ones too. */
    public Page<ApiKey> list(PageRequest page, Actor by) {
        throw new UnsupportedOperationException("lands within minutes");
    }

    /** @throws Refusal NOT_FOUND */
    public ApiKey find(UUID id, Actor by) {
        throw new UnsupportedOperationException("lands within minutes");
    }

    /**
     * Changes name, scopes, roles or expiry.
     *
     * @param ifVersion the version that the caller saw, or null to change whatever is there
     * @throws Refusal CONFLICT on a stale version or a revoked key, VALIDATION_ERROR, NOT_FOUND
     */
    public ApiKey update(UUID id, ApiKeyPatch patch, @Nullable Integer ifVersion, Actor by) {
        throw new UnsupportedOperationException("lands within minutes");
    }

    /** Ends a key's life; ending it twice is no error. @throws Refusal NOT_FOUND */
    public void revoke(UUID id, Actor by) {
        throw new UnsupportedOperationException("lands within minutes");
    }
}
