package io.countersign.security.apikey;

import io.countersign.security.Actor;
import io.countersign.security.ApiKey;
import io.countersign.security.Credential;
import io.countersign.security.KeyType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key in the database: everything but the key. It lives until it expires or is revoked, and stays readable after. */
@Entity
@Table(name = "api_key")
@SuppressWarnings("NullAway.Init")
public class ApiKeyRow {
    /** What every API key begins with. */
    public static final String KEY_PREFIX = "csk_";

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private KeyType keyType;

    @Column(updatable = false)
    private String hash;

    @Column(updatable = false)
    private String prefix;

    @Column(updatable = false)
    private String owner;

    @Column(updatable = false)
    private @Nullable String ownerName;

    private String scopes;
    private String roles;

    @Column(updatable = false)
    private @Nullable String organizationId;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    private Instant updatedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant revokedAt;

    /** Written by its own statement, so that being used does not look like being changed. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Version
    @Column(name = "lock_version")
    private int version;

    protected ApiKeyRow() {}

    public ApiKeyRow(ValidatedApiKey wish, String hash, String prefix, String createdBy, Clock clock) {
        this.id = UUID.randomUUID();
        this.name = wish.name();
        this.keyType = wish.keyType();
        this.hash = hash;
        this.prefix = prefix;
        this.owner = wish.owner();
        this.ownerName = wish.ownerName().equals(wish.owner()) ? null : wish.ownerName();
        this.scopes = joined(wish.scopes());
        this.roles = joined(wish.roles());
        this.organizationId = wish.organizationId();
        this.createdAt = now(clock);
        this.createdBy = createdBy;
        this.updatedAt = createdAt;
        this.expiresAt = wish.expiresAt();
    }

    public void change(ValidatedApiKey wish, Clock clock) {
        name = wish.name();
        scopes = joined(wish.scopes());
        roles = joined(wish.roles());
        expiresAt = wish.expiresAt();
        updatedAt = now(clock);
    }

    public void revoke(Clock clock) {
        revokedAt = now(clock);
        updatedAt = revokedAt;
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    UUID id() {
        return id;
    }

    public String hash() {
        return hash;
    }

    public int version() {
        return version;
    }

    Actor actor() {
        Actor.Kind kind =
                switch (keyType) {
                    case HUMAN -> Actor.Kind.HUMAN;
                    case AGENT -> Actor.Kind.AGENT;
                };
        return new Actor(
                owner,
                ownerName(),
                kind,
                name,
                split(roles),
                split(scopes),
                new Credential(
                        Credential.Kind.API_KEY, id.toString(), createdBy.equals("system") ? null : createdBy, null),
                organizationId == null ? List.of() : List.of(organizationId));
    }

    private String ownerName() {
        return ownerName == null ? owner : ownerName;
    }

    public ApiKey view() {
        return new ApiKey(
                id,
                name,
                keyType,
                prefix,
                owner,
                ownerName(),
                split(scopes),
                split(roles),
                organizationId,
                createdAt,
                createdBy,
                updatedAt,
                expiresAt,
                revokedAt,
                lastUsedAt,
                version);
    }

    private static String joined(Set<String> words) {
        return String.join(",", new TreeSet<>(words));
    }

    private static Set<String> split(String words) {
        return words.isEmpty() ? Set.of() : new TreeSet<>(Set.of(words.split(",")));
    }
}
