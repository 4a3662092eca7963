package io.countersign.sandbox.mocks;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.IntegrationClients;
import io.countersign.sandbox.IntegrationReply;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What stands in for integrations: {@code {"okta": {"suspendUser": {"success": true, "message": "…", "data": {}}}}}. An
 * operation may have an array of answers, one after the other, the last again and again. {@code {"okta": {}}} and
 * {@code ["okta"]} answer every operation with success.
 */
public final class StandIns {
    /** No integration is configured. */
    public static final StandIns NONE = new StandIns(Map.of());

    private final Map<String, Map<String, List<IntegrationReply>>> byName;
    private final Map<String, Integer> used = new HashMap<>();

    private StandIns(Map<String, Map<String, List<IntegrationReply>>> byName) {
        this.byName = byName;
    }

    /**
     * Reads the field {@code integrations}.
     *
     * @throws UnusableFieldException naming the field that cannot be read
     */
    public static StandIns of(Object value) {
        Map<String, Map<String, List<IntegrationReply>>> byName = new LinkedHashMap<>();
        if (value instanceof List<?> names) {
            int i = 0;
            for (Object name : names) {
                byName.put(known(String.valueOf(name), "integrations[" + i++ + "]"), Map.of());
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, operations) -> {
                if (!name.toString().startsWith("x_")) {
                    String path = "integrations." + name;
                    byName.put(known(name.toString(), path), operations(name.toString(), operations, path));
                }
            });
        } else if (value != null) {
            throw UnusableFieldException.unlike("integrations", "an object or an array of names");
        }
        return byName.isEmpty() ? NONE : new StandIns(byName);
    }

    private static String known(String name, String path) {
        Set<String> known = new TreeSet<>(IntegrationClients.byName().keySet());
        if (!known.contains(name)) {
            throw UnusableFieldException.unlike(path, "one of " + String.join(", ", known));
        }
        return name;
    }

    private static Map<String, List<IntegrationReply>> operations(String name, Object value, String path) {
        if (Boolean.TRUE.equals(value)) {
            return Map.of();
        }
        List<String> known = Arrays.stream(IntegrationClients.of(name).type().getMethods())
                .map(Method::getName)
                .sorted()
                .collect(Collectors.toList());
        Fields f = Fields.of(value, path, known);
        Map<String, List<IntegrationReply>> operations = new LinkedHashMap<>();
        for (String operation : known) {
            if (f.has(operation)) {
                operations.put(operation, answers(f.raw(operation), f.path(operation)));
            }
        }
        return operations;
    }

    private static List<IntegrationReply> answers(Object value, String path) {
        List<IntegrationReply> answers = new ArrayList<>();
        if (value instanceof List<?> several && !several.isEmpty()) {
            int i = 0;
            for (Object each : several) {
                answers.add(answer(each, path + "[" + i++ + "]"));
            }
        } else {
            answers.add(answer(value, path));
        }
        return answers;
    }

    private static IntegrationReply answer(Object value, String path) {
        if (value instanceof Boolean success) {
            return new IntegrationReply(success, success ? "done" : "failed", Map.of());
        }
        Fields f = Fields.of(value, path, List.of("success", "message", "data"));
        Object success = f.has("success") ? f.raw("success") : Boolean.TRUE;
        if (!(success instanceof Boolean ok)) {
            throw f.wrong("success", "true or false");
        }
        String message = f.text("message");
        Map<String, Object> data = f.object("data");
        return new IntegrationReply(
                ok, message == null ? ok ? "done" : "failed" : message, data == null ? Map.of() : data);
    }

    /** The integrations that are there. */
    public Set<String> names() {
        return byName.keySet();
    }

    IntegrationReply answer(String name, String operation) throws HttpFailure {
        String asked = name + "." + operation;
        Map<String, List<IntegrationReply>> operations = byName.get(name);
        if (operations != null && operations.isEmpty()) {
            return new IntegrationReply(true, "done", Map.of());
        }
        List<IntegrationReply> answers = operations == null ? null : operations.get(operation);
        if (answers == null) {
            String has = operations == null
                    ? ""
                    : "; integrations." + name + " has " + String.join(", ", operations.keySet());
            throw new HttpFailure(HttpFailure.Kind.NO_MOCK, "no mock answers " + asked + has);
        }
        return answers.get(Math.min(used.merge(asked, 1, Integer::sum), answers.size()) - 1);
    }
}
