package io.countersign.sandbox.run;

import io.countersign.sandbox.IntegrationClients;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.script.Integrations;
import io.countersign.script.WorkflowResult;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clients of the configured integrations: an operation's name and arguments go to the host, where the work is done. */
final class ScriptIntegrations {
    private final Set<String> configured;
    private final Link link;

    private ScriptIntegrations(Set<String> configured, Link link) {
        this.configured = configured;
        this.link = link;
    }

    static Integrations of(Set<String> configured, Link link) {
        ScriptIntegrations all = new ScriptIntegrations(configured, link);
        return implement(Integrations.class, "integrations", (proxy, method, arguments) -> all.client(method));
    }

    private Optional<Object> client(Method method) {
        String name = IntegrationClients.name(method);
        return configured.contains(name)
                ? Optional.of(implement(
                        IntegrationClients.of(name).type(),
                        name,
                        (proxy, operation, arguments) -> perform(name, operation, arguments)))
                : Optional.empty();
    }

    private WorkflowResult perform(String name, Method operation, Object[] values) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        Parameter[] parameters = operation.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (values[i] == null || (values[i] instanceof String text && text.isBlank())) {
                throw new IllegalArgumentException(parameters[i].getName() + " must not be empty");
            }
            arguments.put(parameters[i].getName(), values[i]);
        }
        IntegrationReply reply = link.integration(name, operation.getName(), arguments);
        Map<String, Object> data = ReadOnly.map(reply.data());
        return reply.success() ? WorkflowResult.ok(reply.message(), data) : WorkflowResult.fail(reply.message(), data);
    }

    private static <T> T implement(Class<T> type, String name, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "toString" -> name;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> handler.invoke(proxy, method, arguments);
                }));
    }
}
