package io.countersign.workflows;

import java.util.TreeMap;

/** What a workflow would do, for the eyes of the people who decide. */
final class Effect {
    private Effect() {}

    static String of(Workflow workflow) {
        Endpoint endpoint = workflow.endpoint();
        if (endpoint == null) {
            return String.valueOf(workflow.code());
        }
        StringBuilder text = new StringBuilder(endpoint.method()).append(' ').append(endpoint.url());
        new TreeMap<>(endpoint.headers())
                .forEach((name, value) ->
                        text.append('\n').append(name).append(": ").append(value));
        new TreeMap<>(endpoint.secretHeaders()).forEach((name, secret) -> text.append('\n')
                .append(name)
                .append(": <secret ")
                .append(secret)
                .append('>'));
        return text.append("\n\nThe body is a JSON object with the alert, the indicator and the parameters.")
                .toString();
    }
}
