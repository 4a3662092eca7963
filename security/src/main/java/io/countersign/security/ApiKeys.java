package io.countersign.security;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.apikey.ApiKeyRow;
import io.countersign.security.apikey.KeyChanged;
import io.countersign.security.apikey.KeyHasher;
import io.countersign.security.apikey.KeyTable;
import io.countersign.security.apikey.ValidatedApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * API keys: made, listed, changed and revoked by an admin within the admin's organizations, and by people who have signed in for
 * themselves; every change is audited.
 */
@ApplicationScoped
@Transactional
public class ApiKeys {

    /** How every key begins. */
    public static final String KEY_PREFIX = ApiKeyRow.KEY_PREFIX;

    /** The creator of what the server installs itself. */
    private static final String BY_SERVER = "system";

    private static final int SHOWN = 8;

    private final KeyTable table;
    private final KeyHasher hasher;
    private final KeyOwners owners;
    private final Directory directory;
    private final Audit audit;
    private final Event<KeyChanged> changed;
    private final Clock clock;

    @Inject
    ApiKeys(
            KeyTable table,
            KeyHasher hasher,
            KeyOwners owners,
            Directory directory,
            Audit audit,
            Event<KeyChanged> changed,
            Clock clock) {
        this.table = table;
        this.hasher = hasher;
        this.owners = owners;
        this.directory = directory;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected ApiKeys() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * Makes a key: an admin for whoever the admin may see, a person who has signed in a human key for themself. A key with the
     * scope {@code admin} takes the agreement of another admin once there is one ({@link #needsAgreement}).
     *
     * @throws Refusal VALIDATION_ERROR with every wrong field; FORBIDDEN with {@code keys_for_others} for a human key of somebody
     *     else where that is not allowed, with {@code agreement_needed}, or for a missing scope
     */
    public CreatedKey create(NewApiKey wish, Actor by) {
        ValidatedApiKey checked = check(wish, by);
        if (needsAgreement(checked.scopes(), by)) {
            throw Refusal.forbidden("agreement_needed", "Another admin has to agree to a key with the scope admin");
        }
        return mint(checked, by);
    }

    /** The same for a key that another admin has agreed to; for the door that asked. */
    @ServerOnly("the façade that asked for the agreement checks it")
    public CreatedKey createAgreed(NewApiKey wish, Actor by) {
        return mint(check(wish, by), by);
    }

    /** Refuses what {@link #create} would refuse, and makes nothing. */
    public void checkNew(NewApiKey wish, Actor by) {
        check(wish, by);
    }

    private ValidatedApiKey check(NewApiKey wish, Actor by) {
        if (!isForThemself(wish, by)) {
            by.requireScope(Scopes.ADMIN);
        }
        OrganizationScope purview = OrganizationScope.of(by);
        String organization = purview.owner(wish.organizationId());
        if (!purview.mayGiveTo(organization)) {
            throw Refusal.invalid("organization_id", "must be your own organization");
        }
        ValidatedApiKey checked = owners.checked(ValidatedApiKey.of(
                wish.within(organization), owners::isRole, userName -> owners.candidate(userName, by), clock));
        boolean forOther =
                checked.keyType() == KeyType.HUMAN && !checked.owner().equals(by.person());
        if (forOther && !owners.mayHaveKeysMadeByOthers()) {
            throw Refusal.forbidden(
                    "keys_for_others",
                    "A human key is made by its owner, who signs in for it; COUNTERSIGN_KEYS_FOR_OTHERS=allow lifts this");
        }
        return checked;
    }

    /** People who come themselves, not by a key, make human keys of their own. */
    private static boolean isForThemself(NewApiKey wish, Actor by) {
        String owner = wish.owner();
        return by.isSignedIn()
                && KeyType.HUMAN.wire().equals(wish.keyType())
                && owner != null
                && UserNames.normal(owner).equals(by.userName());
    }

    /** Whether somebody else has to agree before a key of the caller's making gets these scopes. */
    @ServerOnly("the façade that asks for agreement")
    public boolean needsAgreement(Set<String> scopes, Actor by) {
        return scopes.contains(Scopes.ADMIN) && !otherAdmins(by).isEmpty();
    }

    /** The admins who may agree to what this one does: those who see at least as much, and did not make the key that is used. */
    @ServerOnly("the façade that asks for agreement")
    public List<Person> otherAdmins(Actor by) {
        return directory.admins().stream()
                .filter(admin -> !admin.id().equals(by.person()) && !admin.id().equals(by.hand()))
                .filter(admin -> by.organizations().stream().allMatch(OrganizationScope.of(admin)::covers)
                        && (!by.organizations().isEmpty()
                                || admin.organizations().isEmpty()))
                .sorted(Comparator.comparing(Person::userName))
                .toList();
    }

    private CreatedKey mint(ValidatedApiKey checked, Actor by) {
        String key = KEY_PREFIX + Tokens.mint();
        return new CreatedKey(add(checked, key, maker(by), by), key);
    }

    /** Whoever stands behind the caller: a key that somebody else made makes keys of that other one's making. */
    private static String maker(Actor by) {
        String maker = by.credential().createdBy();
        return by.keyId() == null || maker == null || maker.equals(BY_SERVER) ? by.person() : maker;
    }

    /** Stores a given key unless it exists (revoked or not). */
    boolean install(ValidatedApiKey wish, String key, String by) {
        if (table.byHash(hasher.hash(key)).isPresent()) {
            return false;
        }
        add(wish, key, by, Actor.service(by));
        return true;
    }

    private ApiKey add(ValidatedApiKey wish, String key, String maker, Actor by) {
        int from = KEY_PREFIX.length();
        ApiKeyRow row = new ApiKeyRow(wish, hasher.hash(key), key.substring(from, from + SHOWN), maker, clock);
        table.add(row);
        record("api_key.created", row.view(), by);
        changed.fire(new KeyChanged(row.hash()));
        return row.view();
    }

    /** The keys within an admin's organizations, or a signed-in person's own; newest first, revoked ones too. */
    public Page<ApiKey> list(PageRequest page, Actor by) {
        if (by.isAdmin()) {
            return table.newestFirst(OrganizationScope.of(by), page);
        }
        by.requireSignedInOrScope(Scopes.ADMIN);
        return table.newestOf(by.person(), page);
    }

    /** @throws Refusal NOT_FOUND */
    public ApiKey find(UUID id, Actor by) {
        return row(id, by).view();
    }

    /** The keys within the organizations of a reader of the audit log, revoked ones too, that go by that: name, uuid or prefix. */
    public List<UUID> named(String name, Actor viewer) {
        viewer.requireScope(Scopes.AUDIT_READ);
        return table.named(name, OrganizationScope.of(viewer));
    }

    /** Whether a key within the caller's organizations, revoked ones too, goes by that: its name, its uuid or its owner's name. */
    public boolean isKnown(String name, Actor by) {
        by.requireScope(Scopes.ADMIN);
        return table.isNamed(name, OrganizationScope.of(by));
    }

    /**
     * Changes name, scopes, roles or expiry.
     *
     * @param ifVersion the version that the caller saw, or null to change whatever is there
     * @throws Refusal CONFLICT on a stale version or a revoked key, VALIDATION_ERROR, NOT_FOUND
     */
    public ApiKey update(UUID id, ApiKeyPatch patch, @Nullable Integer ifVersion, Actor by) {
        ApiKeyRow row = changeable(id, ifVersion, by);
        ValidatedApiKey wish = patched(row.view(), patch);
        if (needsAgreement(added(row.view(), wish), by)) {
            throw Refusal.forbidden("agreement_needed", "Another admin has to agree to a key with the scope admin");
        }
        return change(row, wish, by);
    }

    /**
     * Carries out a change that another admin has agreed to; for the door that asked. False, and nothing is changed, when the key
     * is not what it was then.
     *
     * @param agreement what to note in the audit log as the one who changed it
     */
    @ServerOnly("the façade that asked for the agreement checks it")
    public boolean updateAgreed(UUID id, ApiKeyPatch patch, int version, String agreement) {
        ApiKeyRow row = table.find(id).orElse(null);
        if (row == null) {
            return false;
        }
        table.lock(row);
        if (row.isRevoked() || row.version() != version) {
            return false;
        }
        change(row, patched(row.view(), patch), Actor.service(agreement));
        return true;
    }

    /** Whether somebody else has to agree to this change; refuses what {@link #update} would refuse. */
    public boolean needsAgreement(UUID id, ApiKeyPatch patch, @Nullable Integer ifVersion, Actor by) {
        ApiKey key = changeable(id, ifVersion, by).view();
        return needsAgreement(added(key, patched(key, patch)), by);
    }

    private ValidatedApiKey patched(ApiKey key, ApiKeyPatch patch) {
        return owners.checked(ValidatedApiKey.patched(key, patch, owners::isRole, clock));
    }

    private static Set<String> added(ApiKey key, ValidatedApiKey wish) {
        Set<String> added = new TreeSet<>(wish.scopes());
        added.removeAll(key.scopes());
        return added;
    }

    private ApiKeyRow changeable(UUID id, @Nullable Integer ifVersion, Actor by) {
        ApiKeyRow row = row(id, by);
        table.lock(row);
        if (ifVersion != null && ifVersion != row.version()) {
            throw Refusal.conflict("The key has changed since you read it");
        }
        if (row.isRevoked()) {
            throw Refusal.conflict("The key is revoked");
        }
        return row;
    }

    private ApiKey change(ApiKeyRow row, ValidatedApiKey wish, Actor by) {
        row.change(wish, clock);
        save(row);
        record("api_key.updated", row.view(), by);
        return row.view();
    }

    /** Revokes a key; revoking it twice is no error. @throws Refusal NOT_FOUND */
    public void revoke(UUID id, Actor by) {
        ApiKeyRow row = row(id, by);
        table.lock(row);
        if (!row.isRevoked()) {
            row.revoke(clock);
            save(row);
            record("api_key.revoked", row.view(), by);
        }
    }

    private void save(ApiKeyRow row) {
        table.flush();
        changed.fire(new KeyChanged(row.hash()));
    }

    /** A key that is the caller's to see and to change: an admin's by organization, or a signed-in person's own. */
    private ApiKeyRow row(UUID id, Actor by) {
        by.requireSignedInOrScope(Scopes.ADMIN);
        ApiKeyRow row = table.find(id).orElse(null);
        boolean own = by.isSignedIn() && row != null && row.view().owner().equals(by.person());
        if (row == null
                || !(own
                        || (by.isAdmin()
                                && isOf(OrganizationScope.of(by), row.view().organizationId())))) {
            throw Refusal.notFound("API key", id);
        }
        return row;
    }

    /** What belongs to no organization is for people without one. */
    private static boolean isOf(OrganizationScope purview, @Nullable String organization) {
        return purview.isWhole() || (organization != null && purview.covers(organization));
    }

    private void record(String action, ApiKey key, Actor by) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("name", key.name());
        details.put("key_type", key.keyType().wire());
        details.put("prefix", key.prefix());
        details.put("owner", key.ownerName());
        details.put("created_by", key.createdBy());
        details.put("scopes", key.scopes());
        details.put("roles", key.roles());
        details.put("expires_at", key.expiresAt());
        details.put("credential", by.credential().toMap());
        audit.record(new AuditEntry(by.userName(), action, "api_key", key.id(), details, key.organizationId()));
    }
}
