package io.countersign.security;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API keys: made, listed, changed and revoked by an admin; every change is audited. */
@ApplicationScoped
@Transactional
public class ApiKeys {

    /** How every key begins. */
    public static final String KEY_PREFIX = "csk_";

    private static final int SHOWN = 8;

    private final KeyTable table;
    private final KeyHasher hasher;
    private final Directory directory;
    private final Audit audit;
    private final Event<KeyChanged> changed;
    private final Clock clock;

    @Inject
    ApiKeys(
            KeyTable table,
            KeyHasher hasher,
            Directory directory,
            Audit audit,
            Event<KeyChanged> changed,
            Clock clock) {
        this.table = table;
        this.hasher = hasher;
        this.directory = directory;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ApiKeys() {
        this(null, null, null, null, null, null);
    }

    /**
     * Makes a key.
     *
     * @throws Refusal VALIDATION_ERROR with every wrong field; FORBIDDEN unless the caller is an admin
     */
    public CreatedKey create(NewApiKey wish, Actor by) {
        by.requireScope(Scopes.ADMIN);
        Purview purview = Purview.of(by);
        String owner = purview.owner(wish.organizationId());
        if (!purview.mayGiveTo(owner)) {
            throw Refusal.invalid("organization_id", "must be your own organization");
        }
        KeyWish checked = KeyWish.of(wish.within(owner), directory::isRole, clock);
        String key = KEY_PREFIX + Tokens.mint();
        return new CreatedKey(add(checked, key, by.person()), key);
    }

    /** Takes a given key in, unless it is there (revoked or not). */
    boolean install(KeyWish wish, String key, String by) {
        if (table.byHash(hasher.hash(key)).isPresent()) {
            return false;
        }
        add(wish, key, by);
        return true;
    }

    private ApiKey add(KeyWish wish, String key, String by) {
        int from = KEY_PREFIX.length();
        ApiKeyRow row = new ApiKeyRow(wish, hasher.hash(key), key.substring(from, from + SHOWN), by, clock);
        table.add(row);
        record("api_key.created", row.view(), by);
        changed.fire(new KeyChanged(row.hash()));
        return row.view();
    }

    /** The keys within the caller's purview, newest first, revoked ones too. */
    public Page<ApiKey> list(PageRequest page, Actor by) {
        by.requireScope(Scopes.ADMIN);
        return table.newestFirst(Purview.of(by), page);
    }

    /** @throws Refusal NOT_FOUND */
    public ApiKey find(UUID id, Actor by) {
        by.requireScope(Scopes.ADMIN);
        return row(id, by).view();
    }

    /** Whether a key within the caller's purview, revoked ones too, goes by that: its name, its uuid or its owner's name. */
    public boolean isKnown(String name, Actor by) {
        by.requireScope(Scopes.ADMIN);
        return table.isNamed(name, Purview.of(by));
    }

    /**
     * Changes name, scopes, roles or expiry.
     *
     * @param ifVersion the version that the caller saw, or null to change whatever is there
     * @throws Refusal CONFLICT on a stale version or a revoked key, VALIDATION_ERROR, NOT_FOUND
     */
    public ApiKey update(UUID id, ApiKeyPatch patch, @Nullable Integer ifVersion, Actor by) {
        by.requireScope(Scopes.ADMIN);
        ApiKeyRow row = row(id, by);
        changeable(row, by);
        table.lock(row);
        if (ifVersion != null && ifVersion != row.version()) {
            throw Refusal.conflict("The key has changed since you read it");
        }
        if (row.isRevoked()) {
            throw Refusal.conflict("The key is revoked");
        }
        row.change(KeyWish.patched(row.view(), patch, directory::isRole, clock), clock);
        save(row);
        record("api_key.updated", row.view(), by.person());
        return row.view();
    }

    /** Ends a key's life; ending it twice is no error. @throws Refusal NOT_FOUND */
    public void revoke(UUID id, Actor by) {
        by.requireScope(Scopes.ADMIN);
        ApiKeyRow row = row(id, by);
        changeable(row, by);
        table.lock(row);
        if (!row.isRevoked()) {
            row.revoke(clock);
            save(row);
            record("api_key.revoked", row.view(), by.person());
        }
    }

    private void save(ApiKeyRow row) {
        table.flush();
        changed.fire(new KeyChanged(row.hash()));
    }

    private ApiKeyRow row(UUID id, Actor by) {
        ApiKeyRow row = table.find(id).orElseThrow(() -> Refusal.notFound("API key", id));
        Purview.of(by).require("API key", id, row.view().organizationId());
        return row;
    }

    private static void changeable(ApiKeyRow row, Actor by) {
        if (row.view().organizationId() == null) {
            Purview.of(by).requireHouse();
        }
    }

    private void record(String action, ApiKey key, String by) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("name", key.name());
        details.put("key_type", key.keyType().wire());
        details.put("prefix", key.prefix());
        details.put("owner", key.owner());
        details.put("scopes", key.scopes());
        details.put("roles", key.roles());
        details.put("expires_at", key.expiresAt());
        audit.record(new AuditEntry(by, action, "api_key", key.id(), details, key.organizationId()));
    }
}
