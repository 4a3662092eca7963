package io.countersign.sandbox.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message of the compiler, which comes in lines with details below each other, as one sentence. */
final class CompilerSentence {
    private static final int CANDIDATES = 5;
    private static final Pattern APPLIED = Pattern.compile(
            "(method|constructor) (\\S+) in (?:class|interface|enum|record) (\\S+) cannot be applied to given types;\\s*"
                    + "required:\\s+(.+?)\\s*\\R\\s*found:\\s+(.+?)\\s*\\R\\s*reason:\\s+(.+)",
            Pattern.DOTALL);
    private static final Pattern UNSUITABLE = Pattern.compile(
            "no suitable (method|constructor) found for ([\\w.$]+(?:<[^(]*>)?\\(.*?\\))\\R", Pattern.DOTALL);
    private static final Pattern CANDIDATE =
            Pattern.compile("(?:method|constructor) (\\S.*?\\(.*?\\)) is not applicable");

    private CompilerSentence() {}

    static String of(String code, String message) {
        String text = shortNames(message.strip());
        Matcher applied = APPLIED.matcher(text);
        if (applied.matches()) {
            return applied(applied);
        }
        Matcher unsuitable = UNSUITABLE.matcher(text);
        if (unsuitable.find()) {
            return unsuitable(unsuitable, text);
        }
        return joined(text) + advice(code);
    }

    private static String advice(String code) {
        return switch (code) {
            case "compiler.err.unreported.exception.need.to.catch.or.throw" ->
                "; run may be declared with throws Exception";
            case "compiler.err.underscore.as.identifier" -> "; scripts are Java 17: give it a name";
            default -> code.startsWith("compiler.err.preview.feature") ? "; scripts are Java 17" : "";
        };
    }

    private static String applied(Matcher m) {
        String what =
                m.group(1).equals("method") ? m.group(3).replaceAll("<.*", "") + "." + m.group(2) : "new " + m.group(2);
        return what + " takes " + arguments(m.group(4)) + ", not " + arguments(m.group(5)) + ": " + joined(m.group(6));
    }

    private static String arguments(String list) {
        return list.equals("no arguments") ? list : "(" + list.replaceAll(",(?! )", ", ") + ")";
    }

    private static String unsuitable(Matcher m, String text) {
        List<String> candidates = new ArrayList<>();
        Matcher each = CANDIDATE.matcher(text);
        while (each.find()) {
            candidates.add(
                    each.group(1).replaceAll("\\.<[^(]*?>(?=\\w+\\()", ".").replaceAll(",(?! )", ", "));
        }
        int more = candidates.size() - CANDIDATES;
        String shown = String.join(", ", candidates.subList(0, Math.min(CANDIDATES, candidates.size())));
        return "no " + m.group(1) + " fits " + m.group(2).replaceAll(",(?! )", ", ") + "; there are " + shown
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** Without the packages of types. */
    static String shortNames(String text) {
        return text.replaceAll("\\b(?:[a-z][\\w]*\\.)+(?=[A-Z])", "");
    }

    /** The lines behind each other, with one mark between two, and without talk of the compiler's options. */
    private static String joined(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\\R")) {
            String part = line.strip()
                    .replaceAll("\\(use [^)]*\\)", "")
                    .replace("in -source 17", "in Java 17")
                    .strip();
            if (part.isEmpty()) {
                continue;
            }
            if (!out.isEmpty()) {
                String end = out.substring(out.length() - 1);
                out.append(";:,(".contains(end) ? " " : "; ");
            }
            out.append(part);
        }
        return out.toString().replaceAll("[;:,.\\s]+$", "");
    }
}
