package io.countersign.sandbox.mocks;

import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.json.SandboxJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a mock expects a request to send. */
sealed interface MockBody {

    /** What differs, as the rest of a sentence; empty if nothing does. */
    Optional<String> difference(HttpCall call);

    /** Whatever is sent. */
    record Anything() implements MockBody {
        @Override
        public Optional<String> difference(HttpCall call) {
            return Optional.empty();
        }
    }

    /** Equal as JSON. */
    record Json(Object value) implements MockBody {
        @Override
        public Optional<String> difference(HttpCall call) {
            String expects = "expects json " + shortened(SandboxJson.write(value));
            Object sent;
            try {
                sent = SandboxJson.read(text(call));
            } catch (IllegalArgumentException e) {
                return Optional.of(expects + ", but the body is " + (call.hasBody() ? "no JSON" : "missing"));
            }
            return SandboxJson.equal(value, sent)
                    ? Optional.empty()
                    : Optional.of(expects + " (differs at " + place(value, sent, "") + ")");
        }

        /** The first place where they differ, such as {@code a.b[0]}. */
        private static String place(Object expected, Object sent, String at) {
            if (expected instanceof Map<?, ?> e && sent instanceof Map<?, ?> s) {
                Set<Object> names = new LinkedHashSet<>(e.keySet());
                names.addAll(s.keySet());
                for (Object name : names) {
                    boolean both = e.containsKey(name) && s.containsKey(name);
                    if (!both || !SandboxJson.equal(e.get(name), s.get(name))) {
                        String inside = at.isEmpty() ? name.toString() : at + "." + name;
                        return both ? place(e.get(name), s.get(name), inside) : inside;
                    }
                }
            }
            if (expected instanceof List<?> e && sent instanceof List<?> s) {
                for (int i = 0; i < Math.min(e.size(), s.size()); i++) {
                    if (!SandboxJson.equal(e.get(i), s.get(i))) {
                        return place(e.get(i), s.get(i), at + "[" + i + "]");
                    }
                }
                return at + "[" + Math.min(e.size(), s.size()) + "]";
            }
            return at.isEmpty() ? "its top" : at;
        }
    }

    /** The same text, in UTF-8. */
    record Text(Wildcard value) implements MockBody {
        @Override
        public Optional<String> difference(HttpCall call) {
            return value.matches(text(call))
                    ? Optional.empty()
                    : Optional.of("expects body " + shortened(value.toString()));
        }
    }

    /** The same fields of a form, each with its values in order. */
    record Form(Map<String, List<Wildcard>> fields) implements MockBody {
        @Override
        public Optional<String> difference(HttpCall call) {
            Map<String, List<String>> sent = MockRequest.pairs(text(call));
            Optional<String> inField = fields.entrySet().stream()
                    .map(f -> MockRequest.difference("form field ", f, sent.get(f.getKey())))
                    .flatMap(Optional::stream)
                    .findFirst();
            return inField.or(() -> sent.keySet().stream()
                    .filter(name -> !fields.containsKey(name))
                    .map(name -> "expects no form field " + name)
                    .findFirst());
        }
    }

    /** The same bytes. */
    record Bytes(byte[] value) implements MockBody {
        @Override
        public Optional<String> difference(HttpCall call) {
            int at = Arrays.mismatch(value, call.body());
            return at < 0
                    ? Optional.empty()
                    : Optional.of("expects a body of " + value.length + " bytes (differs at byte " + at + ")");
        }
    }

    private static String text(HttpCall call) {
        return new String(call.body(), StandardCharsets.UTF_8);
    }

    /** As much as fits a sentence. */
    static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 197) + "...";
    }
}
