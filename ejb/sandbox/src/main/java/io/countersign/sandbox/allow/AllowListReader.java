package io.countersign.sandbox.allow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the {@code .allow} files: a reason, then classes, each with its members. */
final class AllowListReader {
    static final List<String> FILES = List.of(
            "io.countersign.script",
            "jakarta.json",
            "java.io",
            "java.lang",
            "java.math",
            "java.net",
            "java.nio.charset",
            "java.security",
            "java.text",
            "java.time",
            "java.util.function",
            "java.util",
            "java.util.regex",
            "java.util.stream",
            "javax.crypto");

    private final Map<String, AllowedClass> classes = new HashMap<>();
    private @Nullable AllowedClass current;

    private AllowListReader() {}

    static AllowList readAll() {
        AllowListReader reader = new AllowListReader();
        for (String file : FILES) {
            reader.read(file + ".allow");
        }
        return new AllowList(reader.classes);
    }

    private void read(String file) {
        try (InputStream in = AllowListReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("allow-list " + file + " is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String line) {
        if (line.startsWith("class ")) {
            int colon = line.indexOf(" : ");
            String name = colon < 0 ? line.substring(6) : line.substring(6, colon);
            List<String> parents =
                    colon < 0 ? List.of() : List.of(line.substring(colon + 3).split(" "));
            current = new AllowedClass(name, parents, new LinkedHashMap<>());
            classes.put(name, current);
        } else if (line.startsWith("  ") && current != null) {
            int arrow = line.indexOf(" => ");
            String member = arrow < 0 ? line.substring(2) : line.substring(2, arrow);
            String guard = arrow < 0 ? null : line.substring(arrow + 4);
            current.members().put(member, new AllowedMember(current.name(), member, guard));
        }
    }
}
