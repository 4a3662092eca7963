package io.countersign.sandbox.allow;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the allow lists from {@code plan.txt} beside them: the classes, the members that are left out, and the members whose
 * calls go to a guard. Run {@code AllowListPlanTest} with {@code -Dallow.write} after a change of the plan; the lists are
 * committed and reviewed like source. A member is left out by itself when its descriptor mentions a type that no list has.
 */
final class AllowListWriter {
    private static final Pattern SECTION = Pattern.compile("## (\\S+): (.*)");

    private static final Pattern REASON = Pattern.compile("without -(\\S+): (.+)");

    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> mentionable = new LinkedHashSet<>();
    /** Exclusions that the plan gives a reason for: in a section {@code section regex}, else the regex alone. */
    private final Set<String> reasons = new TreeSet<>();

    private final Set<String> usedReasons = new TreeSet<>();
    private final List<String> withoutReason = new ArrayList<>();

    private record Section(String reason, List<Entry> entries) {}

    private record Entry(Class<?> type, List<Pattern> only, List<Pattern> without, Map<String, String> guards) {
        boolean takes(String member) {
            boolean in = only.isEmpty()
                    || only.stream().anyMatch(p -> p.matcher(member).lookingAt());
            return in && without.stream().noneMatch(p -> p.matcher(member).lookingAt());
        }
    }

    AllowListWriter(List<String> plan) throws ClassNotFoundException {
        String name = "";
        for (String line : plan) {
            var head = SECTION.matcher(line);
            var reason = REASON.matcher(line);
            if (head.matches()) {
                name = head.group(1);
                sections.put(name, new Section(head.group(2), new ArrayList<>()));
            } else if (reason.matches()) {
                reasons.add((name + " " + reason.group(1)).trim());
            } else if (line.startsWith("opaque ")) {
                mentionable.addAll(Arrays.asList(line.substring(7).trim().split("\\s+")));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.trim().split("\\s+");
                Entry entry = entry(words);
                sections.get(name).entries.add(entry);
                entries.put(entry.type.getName(), entry);
                useReasons(name, words);
            }
        }
    }

    private void useReasons(String section, String[] words) {
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("-")) {
                String regex = words[i].substring(1);
                String own = section + " " + regex;
                String key = reasons.contains(own) ? own : regex;
                if (reasons.contains(key)) {
                    usedReasons.add(key);
                } else {
                    withoutReason.add(words[0] + " " + words[i]);
                }
            }
        }
    }

    /** Exclusions of the plan without a reason. */
    List<String> withoutReason() {
        return withoutReason;
    }

    /** Reasons of the plan for which there is no exclusion. */
    Set<String> unusedReasons() {
        Set<String> unused = new TreeSet<>(reasons);
        unused.removeAll(usedReasons);
        return unused;
    }

    private static Entry entry(String[] words) throws ClassNotFoundException {
        List<Pattern> only = new ArrayList<>();
        List<Pattern> without = new ArrayList<>();
        Map<String, String> guards = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String w = words[i];
            if (w.startsWith("-")) {
                without.add(Pattern.compile(w.substring(1)));
            } else if (w.startsWith("!")) {
                int at = w.indexOf("=>");
                guards.put(w.substring(1, at), w.substring(at + 2));
            } else {
                only.add(Pattern.compile(w));
            }
        }
        return new Entry(Class.forName(words[0], false, AllowListWriter.class.getClassLoader()), only, without, guards);
    }

    /** The text of each list by the name of its file. */
    Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        for (var s : sections.entrySet()) {
            StringBuilder out =
                    new StringBuilder("# ").append(s.getValue().reason).append('\n');
            List<Entry> sorted = new ArrayList<>(s.getValue().entries);
            sorted.sort((a, b) -> a.type.getName().compareTo(b.type.getName()));
            for (Entry e : sorted) {
                out.append("\nclass ").append(e.type.getName());
                String supers = supers(e.type).collect(Collectors.joining(" "));
                out.append(supers.isEmpty() ? "" : " : " + supers).append('\n');
                members(e).forEach(m -> out.append("  ").append(m).append('\n'));
            }
            lists.put(s.getKey() + ".allow", out.toString());
        }
        return lists;
    }

    /** The nearest listed classes and interfaces above a class. */
    private Stream<String> supers(Class<?> type) {
        Set<String> found = new LinkedHashSet<>();
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                .forEach(s -> {
                    if (entries.containsKey(s.getName())) {
                        found.add(s.getName());
                    } else {
                        supers(s).forEach(found::add);
                    }
                });
        return found.stream();
    }

    private Set<String> members(Entry e) {
        Set<String> lines = new TreeSet<>();
        for (Field f : e.type.getFields()) {
            if (mine(e, f) && f.getDeclaringClass() == e.type) {
                String line = f.getName() + " " + descriptor(f.getType());
                if (e.takes(f.getName()) && mentionable(f.getType())) {
                    lines.add(line);
                }
            }
        }
        for (Constructor<?> c : e.type.getDeclaredConstructors()) {
            boolean visible = Modifier.isPublic(c.getModifiers())
                    || Modifier.isProtected(c.getModifiers()) && Throwable.class.isAssignableFrom(e.type)
                    || e.type == Record.class
                    || e.type == Enum.class;
            if (visible && !Modifier.isAbstract(e.type.getModifiers())
                    || visible && (e.type == Record.class || e.type == Enum.class)) {
                add(e, lines, "<init>" + descriptor(c, void.class), c, void.class);
            }
        }
        for (Method m : e.type.getMethods()) {
            if (mine(e, m)) {
                add(e, lines, m.getName() + descriptor(m, m.getReturnType()), m, m.getReturnType());
            }
        }
        return lines;
    }

    private void add(Entry e, Set<String> lines, String line, Executable x, Class<?> result) {
        boolean known = Arrays.stream(x.getParameterTypes()).allMatch(this::mentionable) && mentionable(result);
        boolean named = e.only.stream()
                .anyMatch(p -> !p.pattern().equals(".*") && p.matcher(line).matches());
        if (e.takes(line) && (known || named)) {
            String guard = e.guards.entrySet().stream()
                    .filter(g -> line.startsWith(g.getKey()))
                    .map(g -> " => " + g.getValue())
                    .findFirst()
                    .orElse("");
            lines.add(line + guard);
        }
    }

    /** Declared here, or above in a class that no list has. */
    private boolean mine(Entry e, Member m) {
        Class<?> owner = m.getDeclaringClass();
        return owner == e.type || !entries.containsKey(owner.getName());
    }

    private boolean mentionable(Class<?> type) {
        Class<?> t = type;
        while (t.isArray()) {
            t = t.getComponentType();
        }
        return t != Class.class
                && (t.isPrimitive() || entries.containsKey(t.getName()) || mentionable.contains(t.getName()));
    }

    private static String descriptor(Executable x, Class<?> result) {
        return Arrays.stream(x.getParameterTypes())
                        .map(AllowListWriter::descriptor)
                        .collect(Collectors.joining("", "(", ")"))
                + descriptor(result);
    }

    private static String descriptor(Class<?> type) {
        return type.descriptorString();
    }
}
