package io.countersign.execution;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.execution.killswitch.KillSwitchTable;
import io.countersign.execution.run.RunTable;
import io.countersign.execution.storage.AfterCommit;
import io.countersign.execution.worker.RunExecutor;
import io.countersign.integrations.IntegrationCatalogue;
import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Kill switches, engaged and released by administrators. While one is engaged, matching runs end as {@code cancelled},
 * executions are refused, and approved runs wait. A switch of an organization's administrator stops the runs of that
 * organization only. Every method wants the scope {@code admin}, except for {@link #engaged}.
 */
@Stateless
public class KillSwitches {
    private static final List<String> SCOPES = List.of("all", "workflow", "agent", "integration", "server");
    private static final int MAX_TARGET = 200;
    private static final int ENGAGED_SHOWN = 20;
    private static final int MAX_REASON = 2000;
    private static final UUID NO_WORKFLOW = new UUID(0, 0);

    private final KillSwitchTable table;
    private final KillSwitchTargetCheck targets;
    private final RunTable runs;
    private final AfterCommit afterCommit;
    private final RunExecutor workers;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public KillSwitches(
            KillSwitchTable table,
            KillSwitchTargetCheck targets,
            RunTable runs,
            AfterCommit afterCommit,
            RunExecutor workers,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.targets = targets;
        this.runs = runs;
        this.afterCommit = afterCommit;
        this.workers = workers;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected KillSwitches() {
        this(null, null, null, null, null, null, null);
    }

    /**
     * Pulls a stop, as these fields say: {@code scope} is {@code all}, {@code workflow}, {@code agent}, {@code integration} or
     * {@code server};
     * {@code target} a workflow's uuid, an agent's key (uuid or name) or its owner, absent for every agent, an integration's
     * name, or that of an MCP server; {@code reason} is required. Every bad or unknown field is named in one refusal (422).
     */
    public KillSwitch engage(Map<String, ?> fields, Actor by) {
        by.requireScope(Scopes.ADMIN);
        JsonFields given = new JsonFields(fields);
        String scope = given.need("scope", FieldType.oneOf(SCOPES), "");
        String target = target(scope, given);
        String reason = given.need("reason", FieldType.text(1, MAX_REASON), "");
        given.refuse();
        KillSwitch pulled = new KillSwitch(
                UUID.randomUUID(),
                scope,
                target,
                reason,
                by.userName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                by.organization());
        table.insert(pulled);
        record("kill_switch.engaged", pulled, by);
        afterCommit.run(table::forget);
        afterCommit.runApart(workers::stopMatching);
        return pulled;
    }

    /** Targets of the scope {@code integration}. */
    @AnyCaller("names that the release has built in")
    public Set<String> integrations() {
        return IntegrationCatalogue.names();
    }

    /**
     * What whoever pulled it should know: nothing that there is goes by its target, so it may be misspelt. For the caller
     * who has just engaged it.
     */
    public Optional<String> doubt(KillSwitch pulled, Actor by) {
        by.requireScope(Scopes.ADMIN);
        return targets.doubt(pulled, by);
    }

    /** Those within the viewer's organizations, engaged ones first, then newest first. */
    public Page<KillSwitch> list(Actor viewer, PageRequest page) {
        viewer.requireScope(Scopes.ADMIN);
        return table.list(OrganizationScope.of(viewer), page);
    }

    /** The newest engaged ones within the viewer's organizations, for everybody whose runs and requests may wait for them. */
    public List<KillSwitch> engaged(Actor viewer) {
        viewer.requireAskedOrAnyScope(Scopes.WORKFLOWS_READ, Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_READ);
        return table.list(OrganizationScope.of(viewer), new PageRequest(1, ENGAGED_SHOWN)).items().stream()
                .filter(one -> one.releasedAt() == null)
                .toList();
    }

    /** One of them; 404 when the viewer sees none. */
    public KillSwitch get(UUID uuid, Actor viewer) {
        viewer.requireScope(Scopes.ADMIN);
        KillSwitch found = table.find(uuid).orElseThrow(() -> Refusal.notFound("kill switch", uuid));
        OrganizationScope.of(viewer).require("kill switch", uuid, found.organizationId());
        return found;
    }

    /**
     * Releases a stop; what had to wait goes on. 409 when it has been released before; 403 when it stops everybody and the
     * caller is of one organization.
     */
    public void release(UUID uuid, Actor by) {
        KillSwitch pulled = get(uuid, by);
        if (pulled.organizationId() == null) {
            OrganizationScope.of(by).requireHouse();
        }
        if (!table.release(uuid, by.userName(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw Refusal.conflict("The kill switch was released before");
        }
        record("kill_switch.released", pulled, by);
        runs.releaseHeld(clock.instant());
        afterCommit.run(table::forget);
        afterCommit.runApart(workers::sweep);
    }

    private static @Nullable String target(String scope, JsonFields given) {
        return switch (scope) {
            case "workflow" ->
                given.need("target", FieldType.uuid(), NO_WORKFLOW).toString();
            case "integration" -> given.need("target", FieldType.oneOf(List.copyOf(IntegrationCatalogue.names())));
            case "server" -> given.need("target", FieldType.text(1, MAX_TARGET));
            case "all" -> {
                if (given.filled("target")) {
                    given.wrong("target", "must be absent for the scope all");
                }
                yield null;
            }
            default -> given.read("target", FieldType.text(1, MAX_TARGET));
        };
    }

    private void record(String action, KillSwitch pulled, Actor by) {
        Map<String, Object> details = new HashMap<>();
        details.put("scope", pulled.scope());
        details.put("target", pulled.target());
        details.put("reason", pulled.reason());
        audit.record(
                new AuditEntry(by.userName(), action, "kill_switch", pulled.uuid(), details, pulled.organizationId()));
    }
}
