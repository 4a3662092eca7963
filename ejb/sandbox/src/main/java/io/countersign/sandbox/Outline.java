package io.countersign.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a clean source would reach outside of itself, for the eyes of people who decide. Where it is taken from the class
 * files it is true; the words beside it (addresses, names) come from the source and are {@code {…}} where only a run tells.
 *
 * @param calls the places that send HTTP requests, by line
 * @param secrets the places that read a secret, by line
 * @param integrations the places that have an integration act, by line
 * @param whole false if there is more than is listed, or if nothing could be found out
 */
public record Outline(List<Call> calls, List<Use> secrets, List<Use> integrations, boolean whole) {
    /** Nothing is known. */
    public static final Outline UNKNOWN = new Outline(List.of(), List.of(), List.of(), false);

    /** What stands for a part that is known only when the script runs. */
    public static final String VARIABLE = "{…}";

    /**
     * One HTTP request.
     *
     * @param method in capitals, or {@link #VARIABLE}
     * @param url with {@link #VARIABLE} for its variable parts
     * @param line from 1
     */
    public record Call(String method, String url, int line) {}

    /**
     * One use of something by name.
     *
     * @param name a secret's name or {@link #VARIABLE}; an operation such as {@code okta.suspendUser}
     * @param line from 1
     */
    public record Use(String name, int line) {}

    public Outline {
        calls = List.copyOf(calls);
        secrets = List.copyOf(secrets);
        integrations = List.copyOf(integrations);
    }

    /** One line for each thing, such as {@code POST https://firewall.internal/api/block (line 9)}; requests first. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Stream<String> shown = calls.stream().map(c -> c.method() + " " + c.url() + at(c.line()));
        shown.forEach(lines::add);
        integrations.forEach(u -> lines.add("calls " + u.name() + at(u.line())));
        secrets.forEach(u -> lines.add("reads the secret " + u.name() + at(u.line())));
        if (!whole && !lines.isEmpty()) {
            lines.add("and more: read the code");
        }
        return lines;
    }

    private static String at(int line) {
        return " (line " + line + ")";
    }
}
