package io.countersign.workflows;

import io.countersign.kernel.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The binding of a secret in the database. */
@Entity
@Table(name = "workflow_secret")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
class SecretRow {
    @Id
    String name;

    String organizations;
    String workflows;
    String hosts;
    boolean handle;
    Instant createdAt;
    Instant updatedAt;

    @Version
    @Column(name = "lock_version")
    long revision;

    protected SecretRow() {}

    SecretRow(String name, Instant now) {
        this.name = name;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** What stands for a secret where something has to have an id. */
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("secret " + name).getBytes(StandardCharsets.UTF_8));
    }

    void fill(SecretDraft draft, Instant now) {
        organizations = CanonicalJson.of(draft.organizations());
        workflows =
                CanonicalJson.of(draft.workflows().stream().map(UUID::toString).toList());
        hosts = CanonicalJson.of(draft.hosts());
        handle = draft.handle();
        updatedAt = now;
    }

    SecretBinding binding() {
        return new SecretBinding(
                name,
                texts(organizations),
                texts(workflows).stream().map(UUID::fromString).toList(),
                texts(hosts),
                handle,
                createdAt,
                updatedAt,
                revision);
    }

    private static List<String> texts(String json) {
        return CanonicalJson.parse(json) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
