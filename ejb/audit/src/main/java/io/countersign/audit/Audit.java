package io.countersign.audit;

import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.ServerOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * The audit log: who did what. An entry commits or rolls back together with the change that it describes. Right after
 * the commit the sealer assigns its number and chains it to the row before, so that writing never waits for the chain.
 */
@ApplicationScoped
public class Audit {

    private final AuditStaging inbox;
    private final AuditSealer sealer;
    private final AuditLog log;
    private final Instance<CallerCredential> credentials;

    @Inject
    Audit(AuditStaging inbox, AuditSealer sealer, AuditLog log, Instance<CallerCredential> credentials) {
        this.inbox = inbox;
        this.sealer = sealer;
        this.log = log;
        this.credentials = credentials;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected Audit() {
        this.inbox = null;
        this.sealer = null;
        this.log = null;
        this.credentials = null;
    }

    /** Records within the caller's transaction; there must be one. Any module may call. */
    @ServerOnly("whoever changes something records it")
    @Transactional(TxType.MANDATORY)
    public void record(AuditEntry entry) {
        inbox.put(told(entry));
    }

    /** Records in a transaction of its own: for what was refused and is rolled back. Any module may call. */
    @ServerOnly("whoever refuses something records it")
    @Transactional(TxType.REQUIRES_NEW)
    public void recordAlone(AuditEntry entry) {
        inbox.put(told(entry));
    }

    /** A row says by which credential it came about, unless whoever records it has said so. */
    private AuditEntry told(AuditEntry entry) {
        return credentials.isResolvable() ? entry.by(credentials.get().now()) : entry;
    }

    /** Finds the rows that the reader sees, in the order that the query asks for. */
    public Page<AuditRow> search(AuditQuery query, PageRequest page, AuditReader reader) {
        reader.requireAuditRead();
        sealer.sealAll();
        return log.search(query.within(reader.organizations()), page);
    }

    /**
     * How many rows are committed and wait for the sealer; it does not wake it. For operators' figures, on any thread: not by
     * way of the inbox, which can be made on the container's own threads only.
     */
    @ServerOnly("the server's figures")
    public long unsealed() {
        return log.unsealed();
    }

    /** Walks the whole chain, of all organizations, and says where it first breaks. */
    public ChainVerification verify(AuditReader reader) {
        reader.requireAuditRead();
        sealer.sealAll();
        return log.verify();
    }
}
