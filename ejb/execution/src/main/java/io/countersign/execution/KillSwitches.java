package io.countersign.execution;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.integrations.IntegrationCatalogue;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.workflows.FieldType;
import io.countersign.workflows.JsonFields;
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
 * Stops that administrators pull and release. While one is engaged, matching runs stop as {@code cancelled}, executes are
 * refused, and runs that were already agreed to wait. What an administrator of an organization pulls stops that
 * organization's runs and no others. Callers have checked the scope {@code admin}.
 */
@Stateless
@SuppressWarnings("NullAway.Init")
public class KillSwitches {
    @Inject
    private KillSwitchTable table;

    @Inject
    private KillSwitchTargetCheck targets;

    @Inject
    private RunTable runs;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private RunExecutor workers;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    /**
     * Pulls a stop.
     *
     * @param scope {@code all}, {@code workflow}, {@code agent} or {@code integration}
     * @param target workflow uuid; agent's key (uuid or name) or its owner, null for every agent;
     *     an integration's name
     */
    public KillSwitch engage(String scope, @Nullable String target, String reason, Actor by) {
        check(scope, target, reason);
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

    /** What can be stopped by the scope {@code integration}. */
    public Set<String> integrations() {
        return IntegrationCatalogue.names();
    }

    /**
     * What whoever pulled it should know: nothing that there is goes by its target, so it may be misspelt. For the caller
     * who has just engaged it.
     */
    public Optional<String> doubt(KillSwitch pulled, Actor by) {
        return targets.doubt(pulled, by);
    }

    /** Those within the viewer's purview, engaged ones first, then newest first. */
    public Page<KillSwitch> list(Actor viewer, PageRequest page) {
        return table.list(OrganizationScope.of(viewer), page);
    }

    /** One of them; 404 when the viewer sees none. */
    public KillSwitch get(UUID uuid, Actor viewer) {
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

    private static void check(String scope, @Nullable String target, String reason) {
        Map<String, Object> given = new HashMap<>();
        given.put("scope", scope);
        given.put("target", target);
        given.put("reason", reason);
        JsonFields form = new JsonFields(given);
        form.need("scope", FieldType.oneOf(List.of("all", "workflow", "agent", "integration")));
        form.need("reason", FieldType.text(1, 2000));
        switch (scope) {
            case "workflow" -> form.need("target", Inputs.UUID_TEXT);
            case "integration" -> form.need("target", FieldType.oneOf(List.copyOf(IntegrationCatalogue.names())));
            case "all" -> {
                if (form.has("target") && target != null) {
                    form.wrong("target", "must be absent for the scope all");
                }
            }
            default -> form.read("target", FieldType.text(1, 200));
        }
        form.refuse();
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
