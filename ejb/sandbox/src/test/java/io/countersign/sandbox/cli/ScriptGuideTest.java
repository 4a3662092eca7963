package io.countersign.sandbox.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.countersign.sandbox.Limits;
import io.countersign.sandbox.allow.AllowList;
import io.countersign.sandbox.mocks.MockError;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's lists and examples are those of the code: {@code -Dguide.write} writes it anew. */
class ScriptGuideTest {
    private static final Path GUIDE = Path.of("../../docs/script-guide.md");
    private static final List<String> EXAMPLES = List.of(
            "BlockIpFirewall",
            "OptionalAlertPresent",
            "ExtractIocs",
            "CidrContains",
            "OktaGroupsPaged",
            "OauthTokenThenCall",
            "HmacSignedRequest",
            "RetryBackoffByStatus",
            "JsonRewrite",
            "BusinessHours");

    @Test
    void theGuideIsCurrent() throws IOException {
        String current = write();
        if (System.getProperty("guide.write") != null) {
            Files.createDirectories(GUIDE.getParent());
            Files.writeString(GUIDE, current);
        }
        assertEquals(current, Files.readString(GUIDE), "run the test once with -Dguide.write");
    }

    private static String write() throws IOException {
        String text;
        try (InputStream in = ScriptGuideTest.class.getResourceAsStream("/guide/script-guide.md")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return text.replace("@LIMITS@", limits())
                .replace("@ERRORS@", errors())
                .replace("@API@", api())
                .replace("@ALLOWED@", allowed())
                .replace("@EXAMPLES@", examples());
    }

    private static String api() {
        TreeMap<String, String> byClass = new TreeMap<>();
        for (String name : AllowList.standard().names()) {
            if (name.startsWith("io.countersign.script.")) {
                byClass.put(name.substring(name.lastIndexOf('.') + 1), methods(name));
            }
        }
        return byClass.entrySet().stream()
                .map(c -> "- **" + c.getKey() + "**: " + c.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String methods(String name) {
        try {
            return Stream.of(Class.forName(name).getDeclaredMethods())
                    .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                    .map(ScriptGuideTest::method)
                    .sorted()
                    .collect(Collectors.joining(" · "));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String method(Method m) {
        String parameters = Stream.of(m.getParameters())
                .map(p -> simple(p.getParameterizedType().getTypeName()) + " " + p.getName())
                .collect(Collectors.joining(", "));
        return "`" + m.getName() + "(" + parameters + ")` → " + "`"
                + simple(m.getGenericReturnType().getTypeName()) + "`";
    }

    private static String simple(String type) {
        return type.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private static String errors() {
        return MockError.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String limits() {
        Limits d = Limits.DEFAULT;
        Limits m = Limits.MAXIMUM;
        return row(
                        "wall_ms",
                        d.wallMillis(),
                        m.wallMillis(),
                        "wall time of the run, in ms (`timeout_seconds` sets it for a workflow)")
                + row("steps", d.steps(), m.steps(), "loop turns and method calls")
                + row("allocated_bytes", d.allocatedBytes(), m.allocatedBytes(), "memory allocated in sum")
                + row(
                        "depth",
                        d.depth(),
                        m.depth(),
                        "nested calls of the script's methods; a call whose variables and operands take more than 2.6 KB"
                                + " counts for as many")
                + row("log_bytes", d.logBytes(), m.logBytes(), "the log in sum")
                + row("http_calls", d.httpCalls(), m.httpCalls(), "requests, every retry and redirect counted")
                + row("response_bytes", d.responseBytes(), m.responseBytes(), "the body of one answer")
                + row("result_bytes", d.resultBytes(), m.resultBytes(), "message and data of the result");
    }

    private static String row(String name, long usual, long most, String what) {
        return "| `" + name + "` | " + usual + " | " + most + " | " + what + " |\n";
    }

    private static String allowed() {
        Map<String, TreeSet<String>> byPackage = new TreeMap<>();
        for (String name : AllowList.standard().classes().keySet()) {
            int dot = name.lastIndexOf('.');
            byPackage
                    .computeIfAbsent(name.substring(0, dot), p -> new TreeSet<>())
                    .add(name.substring(dot + 1).replace('$', '.'));
        }
        StringBuilder out = new StringBuilder();
        byPackage.forEach((p, classes) -> out.append("- **")
                .append(p)
                .append("**: ")
                .append(String.join(", ", classes))
                .append('\n'));
        return out.toString();
    }

    private static String examples() throws IOException {
        StringBuilder out = new StringBuilder();
        for (String name : EXAMPLES) {
            String source = Files.readString(Path.of("src/test/resources/corpus/benign/" + name + ".java"));
            out.append("### ")
                    .append(name)
                    .append("\n\n```java\n")
                    .append(source.strip())
                    .append("\n```\n\n");
        }
        return out.toString().strip() + "\n";
    }
}
