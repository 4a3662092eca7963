package io.countersign.workflows;

import java.util.List;
import java.util.TreeMap;

/**
 * What would run, as approvers see it.
 *
 * @param outline what a script's code reaches, one line each, such as {@code POST https://a.example/ (line 9)}; empty
 *     when it is not known, and for what is no script
 * @param text the code, or the request in words; lines count from here
 */
public record EffectPreview(List<String> outline, String text) {
    /** No Java source begins like this, so no code can pass off its first lines as an outline. */
    private static final String HEADING = "What the code reaches:";

    public EffectPreview {
        outline = List.copyOf(outline);
    }

    /** Takes apart what {@link WorkflowSnapshot#effect} holds. */
    public static EffectPreview read(String stored) {
        int end = stored.indexOf("\n\n");
        if (!stored.startsWith(HEADING + "\n") || end < 0) {
            return new EffectPreview(List.of(), stored);
        }
        List<String> lines = stored.substring(HEADING.length() + 1, end).lines().toList();
        return new EffectPreview(lines, stored.substring(end + 2));
    }

    /** As one text; {@link #read} is its inverse. */
    String stored() {
        return outline.isEmpty() ? text : HEADING + "\n" + String.join("\n", outline) + "\n\n" + text;
    }

    /** Of an endpoint's request. */
    static EffectPreview of(Endpoint endpoint) {
        StringBuilder text = new StringBuilder(endpoint.method()).append(' ').append(endpoint.url());
        new TreeMap<>(endpoint.headers())
                .forEach((name, value) ->
                        text.append('\n').append(name).append(": ").append(value));
        new TreeMap<>(endpoint.secretHeaders()).forEach((name, secret) -> text.append('\n')
                .append(name)
                .append(": <secret ")
                .append(secret)
                .append('>'));
        text.append("\n\nThe body is a JSON object with the alert, the indicator and the parameters.");
        return new EffectPreview(List.of(), text.toString());
    }
}
