package io.countersign.sandbox.source;

import io.countersign.sandbox.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came after Java 17: a compiler of 17 does not know it, a later one may not let it through. */
final class NewerJava {
    private static final String CODE = "NEWER_JAVA";

    /** Syntax that a parser of Java 17 stumbles over. The first that fits a line speaks for it. */
    private static final List<Map.Entry<Pattern, String>> SYNTAX = List.of(
            syntax(
                    "\\binstanceof\\s+(?:final\\s+)?[A-Z][\\w.]*(?:<[^>]*>)?\\s*\\(",
                    "record patterns came with Java 21, scripts are Java 17: write if (o instanceof Point p) and ask p.x()"),
            syntax(
                    "\\bcase\\s+[A-Z][\\w.]*(?:<[^>]*>)?\\s*\\([^)]*\\)\\s*(?:->|:|when\\b)",
                    "record patterns came with Java 21, scripts are Java 17: write if (o instanceof Point p) and ask p.x()"),
            syntax(
                    "\\bcase\\s+(?:final\\s+)?[A-Z][\\w.]*(?:<[^>]*>)?\\s+\\w+\\s*(?:->|:|when\\b)",
                    "patterns in switch came with Java 21, scripts are Java 17: write if (o instanceof Integer i)"),
            syntax(
                    "\\bcase\\s+null\\b",
                    "case null came with Java 21, scripts are Java 17: write if (o == null) before the switch"),
            syntax(
                    "\\b(?:STR|FMT|RAW)\\.\"",
                    "string templates are not Java; write \"...\".formatted(...) or put strings together with +"),
            syntax(
                    "^\\s*import\\s+module\\b",
                    "module imports came with Java 25, scripts are Java 17: import packages, such as java.util.*"));

    private static final String LIST = "java.util.List";
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("getFirst", "new in Java 21; write list.get(0)"),
            Map.entry("getLast", "new in Java 21; write list.get(list.size() - 1)"),
            Map.entry("removeFirst", "new in Java 21; write list.remove(0)"),
            Map.entry("removeLast", "new in Java 21; write list.remove(list.size() - 1)"),
            Map.entry("addFirst", "new in Java 21; write list.add(0, element)"),
            Map.entry("addLast", "new in Java 21; write list.add(element)"),
            Map.entry("reversed", "new in Java 21; copy the list and use Collections.reverse(copy)"),
            Map.entry("firstEntry", "new in Java 21 for this map; write map.entrySet().iterator().next()"),
            Map.entry("lastEntry", "new in Java 21 for this map; use a TreeMap, or walk through entrySet()"),
            Map.entry("pollFirstEntry", "new in Java 21 for this map; use a TreeMap, or an iterator's remove()"),
            Map.entry("putFirst", "new in Java 21; make a new LinkedHashMap in the order you want"),
            Map.entry("splitWithDelimiters", "new in Java 21; use a Matcher and find()"),
            Map.entry("clamp", "new in Java 21; write Math.max(least, Math.min(most, value))"),
            Map.entry("isEmoji", "new in Java 21; compare with Character.UnicodeBlock.of(...)"),
            Map.entry("repeat", "new in Java 21 for a StringBuilder; write append(text.repeat(n))"),
            Map.entry("gather", "new in Java 24; write a loop or a collector"),
            Map.entry("ofVirtual", "scripts have one thread; wait with ctx.pause(Duration)"),
            Map.entry("newHashMap", "new in Java 19; write new HashMap<>()"),
            Map.entry("newLinkedHashMap", "new in Java 19; write new LinkedHashMap<>()"),
            Map.entry("newHashSet", "new in Java 19; write new HashSet<>()"),
            Map.entry("isNegative", "new in Java 18 for this type; write signum() < 0"),
            Map.entry("isPositive", "new in Java 18; write compareTo(Duration.ZERO) > 0"));

    private static final Pattern SEQUENCED = Pattern.compile(
            "(?:java\\.util\\.)?(?:Sequenced\\w+|List|ArrayList|Vector|Stack|Linked\\w+|Sorted\\w+|Navigable\\w+|Tree\\w+|Abstract\\w*List)");

    private NewerJava() {}

    private static Map.Entry<Pattern, String> syntax(String line, String advice) {
        return Map.entry(Pattern.compile(line), advice);
    }

    /** Findings for lines whose syntax is newer. */
    static List<Finding> syntax(String source) {
        List<Finding> findings = new ArrayList<>();
        int number = 0;
        for (String line : source.lines().toList()) {
            number++;
            Finding found = line.length() > 2_000 ? null : inLine(line, number);
            if (found != null) {
                findings.add(found);
            }
        }
        return findings;
    }

    private static Finding inLine(String line, int number) {
        String code = line.replaceFirst("^\\s*(?://|\\*).*", "");
        for (Map.Entry<Pattern, String> syntax : SYNTAX) {
            Matcher at = syntax.getKey().matcher(code);
            if (at.find()) {
                return new Finding(number, at.start() + 1, CODE, syntax.getValue());
            }
        }
        return null;
    }

    /** What to write instead of a method that the type has got later. */
    static Optional<String> method(String type, String name) {
        String advice = METHODS.get(name);
        boolean list = advice != null && advice.contains("list");
        return list && !SEQUENCED.matcher(type).matches() && !type.startsWith(LIST)
                ? Optional.empty()
                : Optional.ofNullable(advice);
    }
}
