package io.countersign.execution;

import io.countersign.approvals.FrozenArguments;
import io.countersign.execution.killswitch.KillSwitchMatcher;
import io.countersign.execution.killswitch.KillSwitchTable;
import io.countersign.execution.queue.RunQueue;
import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.run.RunTable;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls of tools as runs: queued here in the caller's transaction, one for an approval at the most, and made like any run. */
@ApplicationScoped
@ServerOnly("gateway: its façades have checked the caller")
public class ToolCallRuns {

    private static final String REQUESTER = "requester_person";
    private static final String ORGANIZATION = "organization_id";

    private final RunQueue queue;
    private final RunTable runs;
    private final KillSwitchTable killSwitches;
    private final Clock clock;

    @Inject
    ToolCallRuns(RunQueue queue, RunTable runs, KillSwitchTable killSwitches, Clock clock) {
        this.queue = queue;
        this.runs = runs;
        this.killSwitches = killSwitches;
        this.clock = clock;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected ToolCallRuns() {
        this(null, null, null, null);
    }

    /** 403 {@code kill_switch} while one stops such calls. */
    public void refuseWhileStopped(CalledTool tool, Actor by, @Nullable String organization) {
        KillSwitchMatcher.Subject subject = new KillSwitchMatcher.Subject(
                null,
                by.isAgent(),
                KillSwitchMatcher.names(by.person(), by.userName(), by.label(), by.keyId()),
                Set.of(),
                OrganizationScope.of(by).owner(organization),
                tool.serverName());
        KillSwitchMatcher.stopping(killSwitches.engaged(), subject).ifPresent(stop -> {
            throw Refusal.forbidden("kill_switch", "A kill switch is engaged: " + stop.reason());
        });
    }

    /** What a request keeps for the run that it may lead to: who asked, and why. */
    public Map<String, Object> context(
            Actor by, @Nullable String reason, @Nullable Double confidence, @Nullable String organization) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("requested_by", by.userName());
        context.put("key", by.label());
        UUID key = by.keyId();
        context.put("key_uuid", key == null ? null : key.toString());
        context.put("trigger_type", by.isAgent() ? "agent" : "human");
        context.put("reason", reason);
        context.put("confidence", confidence);
        context.put(REQUESTER, by.person());
        context.put(ORGANIZATION, OrganizationScope.of(by).owner(organization));
        return context;
    }

    /** Queues a call that needs no approval. */
    public UUID queue(FrozenCall call, Map<String, Object> context) {
        return add(call, context);
    }

    /** Queues the one call that an approval allows: in the transaction of the decision. */
    public UUID queue(FrozenCall call, FrozenArguments agreed) {
        return add(call, agreed.triggerContext());
    }

    private UUID add(FrozenCall call, Map<String, Object> frozen) {
        Map<String, Object> context = new LinkedHashMap<>(frozen);
        Object requester = context.remove(REQUESTER);
        Object organization = context.remove(ORGANIZATION);
        Map<String, Object> arguments = Map.of(QueuedRun.SENT, call.arguments());
        QueuedRun job = new QueuedRun(
                UUID.randomUUID(),
                null,
                call.tool().name(),
                String.valueOf(context.get("trigger_type")),
                String.valueOf(requester),
                context,
                arguments,
                CanonicalJson.sha256(arguments),
                0,
                call.fingerprint(),
                call.bindingSha256(),
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                call.approvalRequestUuid(),
                organization instanceof String id ? id : null,
                call.tool());
        queue.add(job);
        return job.uuid();
    }

    /** The run that an approval led to. */
    public Optional<UUID> ofApproval(UUID request) {
        return runs.ofApproval(request);
    }
}
