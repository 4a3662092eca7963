package io.countersign.system;

import io.countersign.client.ApiKeysClient;
import io.countersign.client.ApprovalRequestsClient;
import io.countersign.client.AuditClient;
import io.countersign.client.Credentials;
import io.countersign.client.DelegationsClient;
import io.countersign.client.KillSwitchClient;
import io.countersign.client.MetricsClient;
import io.countersign.client.NotificationsClient;
import io.countersign.client.PoliciesClient;
import io.countersign.client.RunsClient;
import io.countersign.client.ToolApprovalsClient;
import io.countersign.client.WorkflowsClient;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.microprofile.client.RestClientExtension;

/**
 * The REST clients as a program of somebody else's gets them: injected by CDI outside of any server, with an address and a
 * key from the configuration. It notes which of their methods were called.
 */
final class RestClients implements AutoCloseable {
    static final List<Class<?>> ALL = List.of(
            ApiKeysClient.class,
            ApprovalRequestsClient.class,
            AuditClient.class,
            DelegationsClient.class,
            KillSwitchClient.class,
            MetricsClient.class,
            NotificationsClient.class,
            PoliciesClient.class,
            RunsClient.class,
            ToolApprovalsClient.class,
            WorkflowsClient.class);
    private static final String ADDRESS = "countersign/mp-rest/url";

    private final SeContainer container;
    private final Set<String> called = new TreeSet<>();

    RestClients(TestServer house) {
        System.setProperty(ADDRESS, house.url());
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(RestClientExtension.class)
                .addPackages(WorkflowsClient.class)
                .initialize();
    }

    /** From here on every client sends this caller's key. */
    RestClients as(Api caller) {
        System.setProperty(Credentials.PROPERTY, caller.key());
        return this;
    }

    <T> T get(Class<T> type) {
        T client = container.select(type, RestClient.LITERAL).get();
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    called.add(name(method));
                    try {
                        return method.invoke(client, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** What no test has called so far. */
    Set<String> uncalled() {
        Set<String> methods = ALL.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .map(RestClients::name)
                .collect(Collectors.toCollection(TreeSet::new));
        methods.removeAll(called);
        return methods;
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public void close() {
        container.close();
        System.clearProperty(ADDRESS);
        System.clearProperty(Credentials.PROPERTY);
    }
}
