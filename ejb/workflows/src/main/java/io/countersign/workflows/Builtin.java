package io.countersign.workflows;

import io.countersign.integrations.BuiltinWorkflow;
import io.countersign.integrations.Integration;
import io.countersign.integrations.IntegrationCatalogue;
import io.countersign.sandbox.IntegrationClients;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workflow that comes with the server: one operation of an integration. */
record Builtin(Integration provider, BuiltinWorkflow workflow) {
    static final List<Builtin> ALL = IntegrationCatalogue.all().stream()
            .flatMap(provider -> provider.builtins().stream().map(workflow -> new Builtin(provider, workflow)))
            .toList();

    String name() {
        return workflow.name();
    }

    /** The name of its integration. */
    String integration() {
        return provider.name();
    }

    /** Stable across releases and renamings. */
    String key() {
        return integration() + "." + workflow.operation();
    }

    String code() {
        IntegrationClients.Client client = IntegrationClients.of(integration());
        return """
                import io.countersign.script.*;

                public class %s implements Workflow {
                    @Override
                    public WorkflowResult run(WorkflowContext ctx) {
                        %s %s = ctx.integrations().%s().orElse(null);
                        if (%s == null) {
                            return WorkflowResult.fail("%s is not configured on this server");
                        }
                        return %s.%s(ctx.indicator().value());
                    }
                }
                """.formatted(
                        name().replaceAll("[^A-Za-z]", ""),
                        client.type().getSimpleName(),
                        client.method(),
                        client.method(),
                        client.method(),
                        provider.title(),
                        client.method(),
                        workflow.operation());
    }

    /** @param usualExpiry seconds after which requests expire unless somebody says otherwise */
    Definition definition(WorkflowState state, int usualExpiry) {
        Map<String, Object> fields =
                new LinkedHashMap<>(DefinitionSchema.fresh(usualExpiry).fields());
        fields.put("name", name());
        fields.put("documentation", workflow.documentation());
        fields.put("state", state.wire());
        fields.put("indicator_types", workflow.indicatorTypes());
        fields.put("tags", List.of("builtin", integration()));
        fields.put("timeout_seconds", 60);
        fields.put("risk_level", workflow.riskLevel());
        fields.put("approval_mode", "always");
        return new Definition(fields);
    }
}
