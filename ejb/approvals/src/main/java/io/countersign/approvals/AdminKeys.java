package io.countersign.approvals;

import io.countersign.approvals.change.Admins;
import io.countersign.approvals.change.KeyJson;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.storage.Micros;
import io.countersign.kernel.CanonicalJson;
import io.countersign.security.Actor;
import io.countersign.security.ApiKey;
import io.countersign.security.ApiKeyPatch;
import io.countersign.security.ApiKeys;
import io.countersign.security.CreatedKey;
import io.countersign.security.NewApiKey;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * API keys. A key with the scope {@code admin} needs the approval of another admin once there is one. The key is
 * created only when its requester claims it, so that its secret is shown to nobody else and is stored nowhere.
 */
@Stateless
public class AdminKeys {

    /** What these changes are called among all that wait for agreement. */
    public static final String SUBJECT = "api_key";

    private final ApiKeys keys;
    private final Changes changes;
    private final Admins admins;
    private final Clock clock;

    @Inject
    AdminKeys(ApiKeys keys, Changes changes, Admins admins, Clock clock) {
        this.keys = keys;
        this.changes = changes;
        this.admins = admins;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    public AdminKeys() {
        this(null, null, null, null);
    }

    /** The result of requesting a key, or a change of one. */
    public sealed interface Outcome {

        /** The key is made; its secret is in here and nowhere else. */
        record Made(CreatedKey key) implements Outcome {}

        /** The key is changed. */
        record Changed(ApiKey key) implements Outcome {}

        /** Another admin has to agree first. */
        record Pending(SubmissionResult.Pending request) implements Outcome {}
    }

    /** Creates a key, or requests approval. @throws io.countersign.kernel.Refusal as {@link ApiKeys#create} */
    public Outcome create(NewApiKey wish, Actor by) {
        by.requireSignedInOrScope(Scopes.ADMIN);
        keys.checkNew(wish, by);
        List<String> scopes = Objects.requireNonNullElse(wish.scopes(), List.of());
        if (!keys.needsAgreement(Set.copyOf(scopes), by)) {
            return new Outcome.Made(keys.create(wish, by));
        }
        Map<String, Object> fields = KeyJson.of(wish);
        String description = "Make the admin key " + wish.name() + " of " + wish.owner();
        return asked(UUID.randomUUID(), "create", description, fields, fields, null, by);
    }

    /** Changes a key, or requests approval. @throws io.countersign.kernel.Refusal as {@link ApiKeys#update} */
    public Outcome update(UUID id, ApiKeyPatch patch, @Nullable Integer ifVersion, Actor by) {
        by.requireSignedInOrScope(Scopes.ADMIN);
        if (!keys.needsAgreement(id, patch, ifVersion, by)) {
            return new Outcome.Changed(keys.update(id, patch, ifVersion, by));
        }
        ApiKey key = keys.find(id, by);
        Map<String, Object> shown = new LinkedHashMap<>(KeyJson.of(patch));
        shown.put("key", key.name());
        shown.put("owner", key.ownerName());
        String description = "Give the key " + key.name() + " of " + key.ownerName() + " the scope admin";
        return asked(id, "update", description, KeyJson.of(patch), shown, (long) key.version(), by);
    }

    private Outcome asked(
            UUID key,
            String operation,
            String description,
            Map<String, Object> wanted,
            Map<String, Object> shown,
            @Nullable Long baseVersion,
            Actor by) {
        Map<String, Object> payload = Map.of("operation", operation, "key", wanted);
        List<ProposedChange.Field> fields = shown.entrySet().stream()
                .map(field -> new ProposedChange.Field(
                        field.getKey(), AgreementDocument.Form.JSON, null, CanonicalJson.of(field.getValue())))
                .toList();
        Rule others = admins.othersThan(by, by.organization()).orElseThrow();
        return new Outcome.Pending(changes.propose(
                new ProposedChange(
                        SUBJECT,
                        key.toString(),
                        description,
                        payload,
                        shown,
                        fields,
                        baseVersion,
                        others,
                        RiskLevel.HIGH,
                        null,
                        Set.of(),
                        null,
                        null),
                by));
    }

    /**
     * Creates the approved key, once, for its requester. @throws io.countersign.kernel.Refusal as {@link Changes#claim}
     */
    public CreatedKey claim(UUID requestId, Actor by) {
        by.requireSignedInOrScope(Scopes.ADMIN);
        Instant now = Micros.micros(clock.instant());
        Change change = changes.claim(requestId, SUBJECT, by, now);
        return keys.createAgreed(KeyJson.wish(StoredJson.object(change.payload().get("key"))), by);
    }

    /** Approved keys that their requester has not claimed yet, oldest first. */
    public List<Change> claimable(Actor by) {
        by.requireSignedInOrScope(Scopes.ADMIN);
        return changes.claimable(SUBJECT, "create", by);
    }
}
