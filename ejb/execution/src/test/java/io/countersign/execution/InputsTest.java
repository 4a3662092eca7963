package io.countersign.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.execution.killswitch.KillSwitchMatcher;
import io.countersign.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InputsTest {
    private static final Map<String, Object> IP = Map.of("type", "ip", "value", "203.0.113.9");

    @Test
    void bothSpellingsOfTheIndicatorMeanTheSame() {
        assertEquals(
                ExecuteRequest.of(Map.of("indicator", IP)),
                ExecuteRequest.of(Map.of("indicator_type", "ip", "indicator_value", "203.0.113.9")));
    }

    @Test
    void aDefangedIndicatorIsReadAsWhatIsMeantAndKeptAsGiven() {
        IndicatorInput read = ExecuteRequest.of(Map.of("indicator_type", "ip", "indicator_value", "203[.]0[.]113[.]9"))
                .indicator();
        assertEquals(new IndicatorInput("ip", "203.0.113.9", null, Map.of(), "203[.]0[.]113[.]9"), read);
        assertEquals("203[.]0[.]113[.]9", Inputs.json(read).get("original"));
        assertEquals(
                Set.of("indicator_value"),
                refused(Map.of("indicator_type", "hash_md5", "indicator_value", "203.0.113.9")));
        assertEquals(
                Set.of("indicator.value"),
                refused(Map.of("indicator", Map.of("type", "url", "value", "evil.example"))));
    }

    @Test
    void theTriggerSourceIsNotForTheBodyToSay() {
        assertEquals(Set.of("trigger_source"), refused(Map.of("indicator", IP, "trigger_source", "human")));
        assertEquals(Set.of("trigger_type"), refused(Map.of("indicator", IP, "trigger_type", "human")));
    }

    @Test
    void everyBadFieldIsNamed() {
        assertEquals(
                Set.of(
                        "indicator.type",
                        "indicator.value",
                        "indicator.colour",
                        "confidence",
                        "parameters",
                        "alert_uuid"),
                refused(Map.of(
                        "indicator",
                        Map.of("type", "phone", "colour", "red"),
                        "confidence",
                        1.01,
                        "parameters",
                        List.of(),
                        "alert_uuid",
                        "7")));
        assertEquals(Set.of("indicator"), refused(Map.of()));
        assertEquals(Set.of("indicator"), refused(Map.of("indicator", IP, "indicator_type", "ip")));
    }

    @Test
    void stopsMatchWhatTheyName() {
        UUID workflow = UUID.randomUUID();
        var agent = new KillSwitchMatcher.Subject(workflow, true, Set.of("ann", "triage"), Set.of("okta"), null);
        var human = new KillSwitchMatcher.Subject(workflow, false, Set.of("ann"), Set.of(), null);
        assertEquals(
                Set.of("all", "agent:null", "agent:ann", "agent:Triage", "workflow:own", "integration:okta"),
                stopped(agent, workflow));
        assertEquals(Set.of("all", "workflow:own"), stopped(human, workflow));
    }

    @Test
    void aStopOfAnOrganizationConcernsItsOwnRunsOnly() {
        UUID workflow = UUID.randomUUID();
        KillSwitch southern = new KillSwitch(
                UUID.randomUUID(), "all", null, "r", "root", java.time.Instant.EPOCH, null, null, "south");
        assertEquals(
                Set.of("south"),
                java.util.stream.Stream.of("south", "north", "")
                        .filter(owner -> KillSwitchMatcher.stopping(
                                        List.of(southern),
                                        new KillSwitchMatcher.Subject(
                                                workflow, true, Set.of(), Set.of(), owner.isEmpty() ? null : owner))
                                .isPresent())
                        .collect(Collectors.toSet()));
    }

    @Test
    void anAgentIsStoppedByItsKeyToo() {
        UUID key = UUID.randomUUID();
        Set<String> names = KillSwitchMatcher.names("ann", "ann", "triage", key);
        var agent = new KillSwitchMatcher.Subject(UUID.randomUUID(), true, names, Set.of(), null);
        for (String target : List.of("ann", "triage", key.toString())) {
            assertTrue(
                    KillSwitchMatcher.stopping(List.of(stop("agent", target)), agent)
                            .isPresent(),
                    target);
        }
        assertEquals(Set.of("ann"), KillSwitchMatcher.names("ann", "ann", "ann", null));
    }

    private static Set<String> stopped(KillSwitchMatcher.Subject subject, UUID workflow) {
        return Map.<String, KillSwitch>of(
                        "all", stop("all", null),
                        "agent:null", stop("agent", null),
                        "agent:ann", stop("agent", "ann"),
                        "agent:bob", stop("agent", "bob"),
                        "agent:Triage", stop("agent", "Triage"),
                        "workflow:own", stop("workflow", workflow.toString()),
                        "workflow:other", stop("workflow", UUID.randomUUID().toString()),
                        "integration:okta", stop("integration", "okta"),
                        "integration:entra", stop("integration", "entra"))
                .entrySet()
                .stream()
                .filter(stop -> KillSwitchMatcher.stopping(List.of(stop.getValue()), subject)
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static KillSwitch stop(String scope, String target) {
        return new KillSwitch(UUID.randomUUID(), scope, target, "r", "root", java.time.Instant.EPOCH, null, null, null);
    }

    private static Set<String> refused(Map<String, Object> body) {
        Refusal refusal = assertThrows(Refusal.class, () -> ExecuteRequest.of(body));
        return ((List<?>) refusal.details().get("fields"))
                .stream()
                        .map(field -> String.valueOf(((Map<?, ?>) field).get("field")))
                        .collect(Collectors.toSet());
    }
}
