package io.countersign.gateway.call;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call that people are asked about, or to which its caller gave a key. */
@Entity
@Table(name = "mcp_call")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class CallRow {
    @Id
    UUID uuid;

    UUID serverUuid;
    String toolName;
    String fingerprint;
    String bindingSha256;
    String asker;

    @Nullable
    String sameKey;

    String callSha256;
    String arguments;

    @Nullable
    UUID requestUuid;

    @Nullable
    UUID runUuid;

    boolean pending;
    boolean named;
    Instant createdAt;

    protected CallRow() {}

    CallRow(UUID serverUuid, String toolName, Instant now) {
        this.uuid = UUID.randomUUID();
        this.serverUuid = serverUuid;
        this.toolName = toolName;
        this.createdAt = now;
    }

    /** It is decided: the next call like it is another one, unless its caller has named it. */
    void end() {
        pending = false;
        if (!named) {
            sameKey = null;
        }
    }
}
