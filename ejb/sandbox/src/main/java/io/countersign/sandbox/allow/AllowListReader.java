package io.countersign.sandbox.allow;

import io.countersign.sandbox.bundled.BundledFiles;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the {@code .allow} files: a reason, then classes, each with its members. At first only the places of the classes are
 * noted: a script touches few of them, and every worker reads the lists when it starts.
 */
final class AllowListReader {
    static final List<String> FILES = List.of(
            "io.countersign.script",
            "jakarta.json",
            "java.io",
            "java.lang",
            "java.math",
            "java.net",
            "java.nio",
            "java.nio.charset",
            "java.security",
            "java.security.cert",
            "java.security.interfaces",
            "java.security.spec",
            "java.text",
            "java.time",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.function",
            "java.util",
            "java.util.regex",
            "java.util.stream",
            "java.util.zip",
            "javax.crypto",
            "javax.security.auth.x500",
            "javax.xml",
            "org.w3c.dom",
            "org.xml.sax");

    /** Where {@link #indexed} is kept, beside this class. */
    static final String INDEX = "allow.index";

    private static final String CLASS = "class ";

    private AllowListReader() {}

    static AllowList readAll() {
        return new AllowList(
                BundledFiles.unpacked(AllowListReader.class, INDEX)
                        ? readIndex(BundledFiles.read(AllowListReader.class, INDEX))
                        : sections());
    }

    private static Map<String, Section> sections() {
        Map<String, Section> sections = new HashMap<>(1_024);
        for (String file : FILES) {
            index(BundledFiles.read(AllowListReader.class, file + ".allow"), sections);
        }
        return sections;
    }

    /** All lists in one, with the places of the classes before them: whoever starts often need not look for these. */
    static byte[] indexed() throws IOException {
        Map<String, Section> sections = sections();
        ByteArrayOutputStream lists = new ByteArrayOutputStream();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        DataOutputStream places = new DataOutputStream(table);
        for (Map.Entry<String, Section> entry : sections.entrySet()) {
            Section section = entry.getValue();
            byte[] name = entry.getKey().getBytes(StandardCharsets.US_ASCII);
            places.writeShort(name.length);
            places.write(name);
            places.writeInt(lists.size());
            places.writeInt(section.to() - section.from());
            lists.write(section.text(), section.from(), section.to() - section.from());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(all);
        head.writeInt(sections.size());
        head.writeInt(2 * Integer.BYTES + table.size());
        table.writeTo(all);
        lists.writeTo(all);
        return all.toByteArray();
    }

    static Map<String, Section> readIndex(byte[] all) {
        ByteBuffer in = ByteBuffer.wrap(all);
        int count = in.getInt();
        int lists = in.getInt();
        Map<String, Section> sections = new HashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            int length = in.getShort();
            String name = new String(all, in.position(), length, StandardCharsets.US_ASCII);
            in.position(in.position() + length);
            int from = lists + in.getInt();
            sections.put(name, new Section(all, from, from + in.getInt()));
        }
        return sections;
    }

    /** Of all lines only those of classes begin with a c: members are indented, comments have their sign. */
    private static void index(byte[] text, Map<String, Section> into) {
        int from = -1;
        for (int at = nextClass(text, 0); at < text.length; at = nextClass(text, at + CLASS.length())) {
            add(text, from, at, into);
            from = at;
        }
        add(text, from, text.length, into);
    }

    private static int nextClass(byte[] text, int from) {
        for (int i = from; i < text.length; i++) {
            if (text[i] == 'c' && (i == 0 || text[i - 1] == '\n')) {
                return i;
            }
        }
        return text.length;
    }

    private static void add(byte[] text, int from, int to, Map<String, Section> into) {
        if (from >= 0) {
            int end = from + CLASS.length();
            while (end < to && text[end] > ' ') {
                end++;
            }
            String name =
                    new String(text, from + CLASS.length(), end - from - CLASS.length(), StandardCharsets.US_ASCII);
            into.put(name, new Section(text, from, to));
        }
    }

    /** A class's lines in a file. */
    record Section(byte[] text, int from, int to) {

        AllowedClass read() {
            String[] lines = new String(text, from, to - from, StandardCharsets.UTF_8).split("\n");
            String head = lines[0].strip();
            int colon = head.indexOf(" : ");
            String name = colon < 0 ? head.substring(CLASS.length()) : head.substring(CLASS.length(), colon);
            List<String> parents =
                    colon < 0 ? List.of() : List.of(head.substring(colon + 3).split(" "));
            Map<String, AllowedMember> members = new LinkedHashMap<>();
            for (int i = 1; i < lines.length; i++) {
                if (lines[i].startsWith("  ")) {
                    AllowedMember member = member(name, lines[i].stripTrailing());
                    members.put(member.name(), member);
                }
            }
            return new AllowedClass(name, parents, members);
        }

        private static AllowedMember member(String owner, String line) {
            int arrow = line.indexOf(" => ");
            return new AllowedMember(
                    owner,
                    arrow < 0 ? line.substring(2) : line.substring(2, arrow),
                    arrow < 0 ? null : line.substring(arrow + 4));
        }
    }
}
