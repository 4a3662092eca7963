package io.countersign.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script calls of an integration arrives at the host: name, operation, arguments by name. */
class ScriptIntegrationsTest {

    private static final String SCRIPT = """
            import io.countersign.script.*;
            import java.util.*;

            public class Contain implements Workflow {
                @Override
                public WorkflowResult run(WorkflowContext ctx) {
                    Okta okta = ctx.integrations().okta().orElseThrow();
                    CrowdStrike falcon = ctx.integrations().crowdStrike().orElseThrow();
                    WorkflowResult first = okta.suspendUser("ann");
                    String blank = "";
                    try {
                        falcon.containHost(" ");
                    } catch (IllegalArgumentException e) {
                        blank = e.getMessage();
                    }
                    falcon.containHost("laptop-1");
                    return WorkflowResult.ok(okta + "/" + falcon, Map.of(
                            "entra", ctx.integrations().entra().isPresent(), "blank", blank));
                }
            }
            """;

    private final List<String> performed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void operationsReachTheHost(boolean workers) {
        try (Sandbox sandbox =
                workers ? Sandbox.workers(SandboxOptions.DEFAULT) : Sandbox.inProcess(SandboxOptions.DEFAULT)) {
            RunOutcome.Succeeded outcome =
                    assertInstanceOf(RunOutcome.Succeeded.class, sandbox.run(spec(), new Recorder()));
            assertEquals("okta/crowdstrike", outcome.message());
            assertEquals(Map.of("entra", false, "blank", "host must not be empty"), outcome.data());
        }
        assertEquals(List.of("okta.suspendUser{user=ann}", "crowdstrike.containHost{host=laptop-1}"), performed);
    }

    private static RunSpec spec() {
        return new RunSpec(
                SCRIPT,
                "run-1",
                new IndicatorData("ip", "192.0.2.1", null, Map.of()),
                null,
                Map.of(),
                Map.of(),
                Set.of("okta", "crowdstrike"),
                Limits.DEFAULT,
                new CancelToken());
    }

    private final class Recorder implements Host {
        @Override
        public HttpReply http(HttpCall call) {
            throw new IllegalStateException();
        }

        @Override
        public void log(LogLine line) {}

        @Override
        public void called(HttpRecord record) {}

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args) {
            performed.add(name + "." + operation + args);
            return new IntegrationReply(true, "done", Map.of());
        }
    }
}
