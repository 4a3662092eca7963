package io.countersign.ui.requests;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that a script's text names. Read from the text, so an address put together while running shows only its
 * beginning; the rehearsal shows the rest.
 *
 * @param method the HTTP method in front of it; {@code ANY} when it is not a call's own argument
 */
public record Destination(String method, String url) {

    private static final int SHOWN = 20;
    private static final Pattern LITERAL =
            Pattern.compile("(?:\\.\\s*(get|post|put|patch|delete|head)\\s*\\(\\s*)?\"(https?://[^\"\\s]{1,300})\"");

    static List<Destination> in(@Nullable String text) {
        Set<Destination> found = new LinkedHashSet<>();
        Matcher literals = LITERAL.matcher(text == null ? "" : text);
        while (literals.find() && found.size() < SHOWN) {
            String method = literals.group(1);
            found.add(new Destination(method == null ? "ANY" : method.toUpperCase(Locale.ROOT), literals.group(2)));
        }
        return List.copyOf(found);
    }
}
