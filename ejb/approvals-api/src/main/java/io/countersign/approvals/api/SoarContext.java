package io.countersign.approvals.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The session in which a tool is used; it waits while an approval is pending. Safe for use by several threads. */
public class SoarContext {

    /** What the session is doing. */
    public enum SessionState {
        ACTIVE,
        WAITING_APPROVAL,
        CLOSED
    }

    private final String sessionId;
    private final @Nullable String incidentId;
    private final @Nullable String organizationId;
    private int pending;
    private boolean closed;

    public SoarContext(String sessionId, @Nullable String incidentId, @Nullable String organizationId) {
        this.sessionId = Objects.requireNonNull(sessionId, "sessionId");
        this.incidentId = incidentId;
        this.organizationId = organizationId;
    }

    public String getSessionId() {
        return sessionId;
    }

    public @Nullable String getIncidentId() {
        return incidentId;
    }

    public @Nullable String getOrganizationId() {
        return organizationId;
    }

    /** Waiting as long as any approval asked for in this session is pending. */
    public synchronized SessionState getSessionState() {
        if (closed) {
            return SessionState.CLOSED;
        }
        return pending > 0 ? SessionState.WAITING_APPROVAL : SessionState.ACTIVE;
    }

    /** Called by the service when an approval was asked for. */
    public synchronized void approvalAsked() {
        if (closed) {
            throw new IllegalStateException("the session " + sessionId + " is closed");
        }
        pending++;
    }

    /** Called by the service when an approval has ended, however. */
    public synchronized void approvalEnded() {
        pending = Math.max(0, pending - 1);
    }

    /** Ends the session; nothing can be asked for in it any more. */
    public synchronized void close() {
        closed = true;
    }
}
