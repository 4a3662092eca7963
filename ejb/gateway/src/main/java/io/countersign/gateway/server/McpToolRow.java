package io.countersign.gateway.server;

import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.ToolNames;
import io.countersign.gateway.CallMode;
import io.countersign.gateway.ToolStatus;
import io.countersign.gateway.UpstreamTool;
import io.countersign.kernel.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tool of an MCP server in the database. */
@Entity
@Table(name = "mcp_tool")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class McpToolRow {

    /** The tool of the gateway's own that is listed beside a server's. */
    public static final String RESULT_TOOL = "countersign_get_result";

    @Id
    public UUID uuid;

    UUID serverUuid;
    public String name;
    String listed;
    public String fingerprint;
    public boolean present;

    @Nullable
    String accepted;

    @Nullable
    String acceptedFingerprint;

    @Enumerated(EnumType.STRING)
    @Nullable
    CallMode acceptedMode;

    boolean ofRegistration;

    @Version
    @Column(name = "lock_version")
    long revision;

    protected McpToolRow() {}

    McpToolRow(UUID serverUuid, String name) {
        this.uuid = UUID.randomUUID();
        this.serverUuid = serverUuid;
        this.name = name;
    }

    /** What the server lists now; true when it is another tool than before. */
    boolean list(Map<String, Object> definition) {
        String now = Fingerprint.of(definition);
        boolean changed = !present || !now.equals(fingerprint);
        if (changed) {
            listed = CanonicalJson.of(Fingerprint.covered(definition));
            fingerprint = now;
            present = true;
        }
        return changed;
    }

    /** What is listed is what holds from now on; without a mode that which held before stays. */
    void accept(@Nullable CallMode mode, boolean registration) {
        accepted = listed;
        acceptedFingerprint = fingerprint;
        if (mode != null) {
            acceptedMode = mode;
        }
        ofRegistration |= registration;
    }

    /** As listed. */
    public Map<String, Object> definition() {
        return CanonicalJson.parseObject(listed);
    }

    /** The name under which people, policies and the catalogue know it. */
    public static String fullName(String server, String tool) {
        return server + "/" + tool;
    }

    public ToolStatus status(ServerDraft server) {
        if (server.terms(name).hidden()
                || name.equals(RESULT_TOOL)
                || !ToolNames.isValid(fullName(server.name(), name))) {
            return ToolStatus.HIDDEN;
        }
        if (acceptedFingerprint == null) {
            return ToolStatus.NEW;
        }
        return acceptedFingerprint.equals(fingerprint) ? ToolStatus.ACCEPTED : ToolStatus.CHANGED;
    }

    /** Whether it may be listed and called. */
    public boolean isCallable(ServerDraft server) {
        return present && status(server) == ToolStatus.ACCEPTED;
    }

    /** What the definition's entry says, else what it was accepted with, else the default's where it was there at registration. */
    public CallMode mode(ServerDraft server) {
        CallMode stated = server.terms(name).mode();
        if (server.statesMode(name) && stated != null) {
            return stated;
        }
        if (acceptedMode != null) {
            return acceptedMode;
        }
        return ofRegistration && stated != null ? stated : CallMode.ALWAYS;
    }

    /** Its risk; one that nobody has judged is as dangerous as a tool that is not in the catalogue. */
    public RiskLevel risk(ServerDraft server, RiskLevel unknown) {
        RiskLevel stated = server.terms(name).riskLevel();
        return stated == null ? unknown : stated;
    }

    public UpstreamTool view(ServerDraft server, RiskLevel unknown) {
        return new UpstreamTool(
                name,
                fingerprint,
                status(server),
                definition(),
                accepted == null ? null : CanonicalJson.parseObject(accepted),
                acceptedFingerprint,
                mode(server),
                risk(server, unknown));
    }
}
