package io.countersign.gateway.server;

import io.countersign.gateway.McpServer;
import io.countersign.kernel.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An MCP server in the database. */
@Entity
@Table(name = "mcp_server")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class McpServerRow {
    @Id
    public UUID uuid;

    public String name;
    String state;
    public @Nullable String organizationId;
    String definition;
    String editors = "[]";
    public @Nullable Instant listedAt;
    Instant createdAt;
    Instant updatedAt;

    @Version
    @Column(name = "lock_version")
    public long revision;

    protected McpServerRow() {}

    McpServerRow(UUID uuid, Instant now) {
        this.uuid = uuid;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void fill(ServerDraft draft, Instant now) {
        name = draft.name();
        state = draft.state();
        organizationId = draft.organizationId();
        definition = CanonicalJson.of(draft.toMap());
        updatedAt = now;
    }

    /** Notes who had a hand in what protects the tools. */
    void editedBy(Collection<String> people) {
        Set<String> all = new TreeSet<>(editors());
        all.addAll(people);
        editors = CanonicalJson.of(all);
    }

    /** Everybody who had a hand in what protects the tools, by person id. */
    public Set<String> editors() {
        Set<String> people = new TreeSet<>();
        if (CanonicalJson.parse(editors) instanceof List<?> list) {
            list.forEach(person -> people.add(String.valueOf(person)));
        }
        return people;
    }

    /** What an administrator wrote. */
    public ServerDraft draft() {
        return ServerDraft.of(CanonicalJson.parseObject(definition));
    }

    public McpServer view() {
        return new McpServer(uuid, draft().toMap(), listedAt, createdAt, updatedAt, revision);
    }
}
