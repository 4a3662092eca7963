package io.countersign.sandbox;

import io.countersign.script.Integrations;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The script clients of integrations, as the script API declares them: each method of {@link Integrations} gives one, and the
 * integration's name is the method's name in lower case.
 */
public final class IntegrationClients {
    private static final Map<String, Client> BY_NAME = read();

    private IntegrationClients() {}

    /**
     * One client.
     *
     * @param method the method of {@link Integrations}
     * @param type the interface that a script sees
     */
    public record Client(String method, Class<?> type) {}

    /** Every client by the name of its integration. */
    public static Map<String, Client> byName() {
        return BY_NAME;
    }

    /** The client of an integration that the script API has. */
    public static Client of(String name) {
        Client client = BY_NAME.get(name);
        if (client == null) {
            throw new IllegalArgumentException("the script API has no client of the integration " + name);
        }
        return client;
    }

    /** Whether a source may reach the integration: a use that is not seen is worse than one too many. */
    public static boolean isReached(String name, String source) {
        return Pattern.compile("integrations\\s*\\(\\s*\\)[\\s\\S]*\\b" + of(name).method() + "\\s*\\(")
                .matcher(source)
                .find();
    }

    /** The name of an integration, from the method that gives its client. */
    public static String name(Method method) {
        return method.getName().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Client> read() {
        Map<String, Client> clients = new TreeMap<>();
        Arrays.stream(Integrations.class.getMethods()).forEach(method -> {
            ParameterizedType optional = (ParameterizedType) method.getGenericReturnType();
            clients.put(name(method), new Client(method.getName(), (Class<?>) optional.getActualTypeArguments()[0]));
        });
        return Map.copyOf(clients);
    }
}
