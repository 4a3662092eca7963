package io.countersign.workflows;

import io.countersign.approvals.ApprovalSettings;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.kernel.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Brings one builtin in step with this release and with what is configured. */
@ApplicationScoped
class BuiltinCatalogue {
    private static final String SYSTEM = "system";

    private final WorkflowRepository store;
    private final Audit audit;
    private final Clock clock;
    private final ApprovalSettings settings;

    @Inject
    BuiltinCatalogue(WorkflowRepository store, Audit audit, Clock clock, ApprovalSettings settings) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected BuiltinCatalogue() {
        this(null, null, null, null);
    }

    /** In a transaction of its own, so that a second node doing the same harms nobody. */
    @Transactional(TxType.REQUIRES_NEW)
    void install(Builtin builtin, Set<String> configured) {
        WorkflowState wanted =
                configured.contains(builtin.integration()) ? WorkflowState.ACTIVE : WorkflowState.INACTIVE;
        store.builtin(builtin.key()).ifPresentOrElse(row -> follow(row, builtin, wanted), () -> add(builtin, wanted));
    }

    private void add(Builtin builtin, WorkflowState state) {
        WorkflowRow row = new WorkflowRow(UUID.randomUUID(), SYSTEM, now());
        row.builtin = builtin.key();
        row.define(
                builtin.definition(state, settings.defaultTimeoutSeconds()),
                CanonicalJson.sha256OfText(builtin.code()));
        store.add(row);
        store.add(new VersionRow(
                row.uuid, 1, row.sha256, new Author(SYSTEM, null, SYSTEM, Map.of()), row.createdAt, builtin.code()));
        store.flush();
        record("workflow.created", row, Map.of("name", row.name, "state", row.state));
    }

    private void follow(WorkflowRow found, Builtin builtin, WorkflowState wanted) {
        if (found.stateChosen || found.state.equals(wanted.wire())) {
            return;
        }
        if (wanted == WorkflowState.ACTIVE && ReviewScope.isUnguarded(found.definition())) {
            return; // somebody has to take it live who agrees that nobody will be asked
        }
        WorkflowRow row = store.lock(found.uuid).orElseThrow();
        String before = row.state;
        row.define(row.definition().with("state", wanted.wire()), row.sha256);
        row.updatedAt = now();
        record("workflow.state_changed", row, Map.of("from", before, "to", row.state, "builtin", builtin.key()));
    }

    private void record(String action, WorkflowRow row, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("code_version", row.codeVersion);
        all.put("sha256", row.sha256);
        audit.record(new AuditEntry(SYSTEM, action, "workflow", row.uuid, all, null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
