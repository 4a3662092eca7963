package io.countersign.sandbox.mocks;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text in which {@code *} stands for any characters. */
final class Wildcard {
    private final String text;
    private final Pattern pattern;

    Wildcard(String text) {
        this.text = text;
        StringBuilder all = new StringBuilder();
        String separator = "";
        for (String part : text.split("\\*", -1)) {
            all.append(separator).append(Pattern.quote(part));
            separator = ".*";
        }
        this.pattern = Pattern.compile(all.toString(), Pattern.DOTALL);
    }

    boolean matches(String asked) {
        return pattern.matcher(asked).matches();
    }

    /** Whether these are the values that were sent, in order. */
    static boolean match(List<Wildcard> expected, List<String> sent) {
        if (sent == null || expected.size() != sent.size()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            if (!expected.get(i).matches(sent.get(i))) {
                return false;
            }
        }
        return true;
    }

    static String shown(List<Wildcard> values) {
        return values.stream().map(Wildcard::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return text;
    }
}
