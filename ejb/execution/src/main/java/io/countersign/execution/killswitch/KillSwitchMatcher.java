package io.countersign.execution.killswitch;

import io.countersign.execution.KillSwitch;
import io.countersign.sandbox.IntegrationClients;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which kill switch concerns whom. */
public final class KillSwitchMatcher {

    /**
     * What would be or is running.
     *
     * @param workflowUuid null for a call of a tool
     * @param agent whether an agent asked
     * @param names the names the caller goes by: key, owner and the key's uuid
     * @param integrations the integrations that the code asks for
     * @param organizationId whose run it is, null for nobody's in particular
     * @param server name of the MCP server that is called, null for none
     */
    public record Subject(
            @Nullable UUID workflowUuid,
            boolean agent,
            Set<String> names,
            Set<String> integrations,
            @Nullable String organizationId,
            @Nullable String server) {

        /** The execution of a workflow. */
        public Subject(
                UUID workflowUuid,
                boolean agent,
                Set<String> names,
                Set<String> integrations,
                @Nullable String organizationId) {
            this(workflowUuid, agent, names, integrations, organizationId, null);
        }
    }

    private KillSwitchMatcher() {}

    /** The names that a caller goes by: whoever stops an agent may use any of them. */
    public static Set<String> names(String person, String userName, String label, @Nullable Object keyUuid) {
        Set<String> names = new HashSet<>(List.of(person, userName, label));
        if (keyUuid != null) {
            names.add(keyUuid.toString());
        }
        return names;
    }

    /** The names that the caller went by who asked for a run. */
    public static Set<String> names(String requestedBy, Map<String, Object> triggerContext) {
        String userName = String.valueOf(triggerContext.getOrDefault("requested_by", requestedBy));
        String label = String.valueOf(triggerContext.getOrDefault("key", userName));
        return names(requestedBy, userName, label, triggerContext.get("key_uuid"));
    }

    public static Optional<KillSwitch> stopping(List<KillSwitch> engaged, Subject subject) {
        return engaged.stream().filter(stop -> concerns(stop, subject)).findFirst();
    }

    private static boolean concerns(KillSwitch stop, Subject subject) {
        String target = stop.target();
        if (stop.organizationId() != null && !stop.organizationId().equals(subject.organizationId())) {
            return false;
        }
        return switch (stop.scope()) {
            case "workflow" ->
                subject.workflowUuid() != null
                        && subject.workflowUuid().toString().equalsIgnoreCase(target);
            case "server" -> target != null && target.equalsIgnoreCase(subject.server());
            case "agent" ->
                subject.agent() && (target == null || subject.names().stream().anyMatch(target::equalsIgnoreCase));
            case "integration" -> target != null && subject.integrations().contains(target);
            // "all", and whatever a later release may add: fail closed
            default -> true;
        };
    }

    /** What a source asks for; a script that hides it still meets the stop when it calls. */
    public static Set<String> integrationsIn(@Nullable String code) {
        if (code == null) {
            return Set.of();
        }
        return IntegrationClients.byName().keySet().stream()
                .filter(name -> IntegrationClients.isReached(name, code))
                .collect(Collectors.toUnmodifiableSet());
    }
}
