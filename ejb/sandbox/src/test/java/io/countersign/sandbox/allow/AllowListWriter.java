package io.countersign.sandbox.allow;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Writes the allow-lists from {@code plan.txt}: the classes, what is left out of them and what is guarded. Run by hand
 * (main) after a change of the plan; its output is committed and reviewed like source. A member is left out by itself when
 * its descriptor mentions a type that no list has.
 */
final class AllowListWriter {
    private static final Pattern SECTION = Pattern.compile("## (\\S+): (.*)");

    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> mentionable = new LinkedHashSet<>();

    private record Section(String reason, List<Entry> entries) {}

    private record Entry(Class<?> type, List<Pattern> only, List<Pattern> without, Map<String, String> guards) {
        boolean takes(String member) {
            boolean in = only.isEmpty()
                    || only.stream().anyMatch(p -> p.matcher(member).lookingAt());
            return in && without.stream().noneMatch(p -> p.matcher(member).lookingAt());
        }
    }

    public static void main(String[] args) throws Exception {
        AllowListWriter writer = new AllowListWriter();
        writer.read(Files.readAllLines(Path.of(args[0])));
        writer.write(Path.of(args[1]));
    }

    private void read(List<String> plan) throws ClassNotFoundException {
        Section section = null;
        for (String line : plan) {
            var head = SECTION.matcher(line);
            if (head.matches()) {
                section = new Section(head.group(2), new ArrayList<>());
                sections.put(head.group(1), section);
            } else if (line.startsWith("opaque ")) {
                mentionable.addAll(Arrays.asList(line.substring(7).trim().split("\\s+")));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.trim().split("\\s+");
                Entry entry = entry(words);
                section.entries.add(entry);
                entries.put(entry.type.getName(), entry);
            }
        }
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

    private void write(Path folder) throws IOException {
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
            Files.writeString(folder.resolve(s.getKey() + ".allow"), out.toString());
        }
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
