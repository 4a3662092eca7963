package io.countersign.approvals;

import io.countersign.approvals.json.StoredJson;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.IndentedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that people agree to when they approve a request: what runs, on what, with what, why, under which rule. It is made in
 * one place and shown by every channel; a channel that cannot show all of it must not offer to approve. Values are as they
 * were written: whoever shows them makes foreign text visible.
 *
 * @param entries in reading order; entries of one part stand together
 */
public record AgreementDocument(List<Entry> entries) {

    /** The questions that the document answers, in this order. */
    public enum Part {
        WHAT_RUNS("What runs"),
        ON_WHAT("Inputs"),
        WITH_WHAT("Permissions and limits"),
        WHY("Why"),
        RULE("Approval rule");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        /** As a heading. */
        public String title() {
            return title;
        }
    }

    /** How a value is laid out. */
    public enum Form {
        /** One value. */
        VALUE,
        /** One value a line. */
        LIST,
        /** Laid out JSON. */
        JSON,
        /** Source or an HTTP request, line by line. */
        CODE
    }

    /**
     * One line of the document.
     *
     * @param label ours, one of a kind within its part
     * @param value foreign text unless the form says otherwise; for {@link Form#LIST} one item a line
     */
    public record Entry(Part part, String label, Form form, String value) {

        /** One value. */
        public static Entry value(Part part, String label, Object value) {
            return new Entry(part, label, Form.VALUE, String.valueOf(value));
        }

        /** Several values; each stands for itself, so a line end within one is spelled {@code \n}. */
        public static Entry list(Part part, String label, List<String> items) {
            return new Entry(
                    part,
                    label,
                    Form.LIST,
                    String.join(
                            "\n",
                            items.stream()
                                    .map(item -> item.replace("\r", "\\r").replace("\n", "\\n"))
                                    .toList()));
        }

        /** A JSON value. */
        public static Entry json(Part part, String label, @Nullable Object value) {
            return new Entry(part, label, Form.JSON, IndentedJson.of(value));
        }

        /** A text of many lines. */
        public static Entry code(Part part, String label, String text) {
            return new Entry(part, label, Form.CODE, text);
        }

        /** The value by lines; a single value is one. */
        public List<String> lines() {
            return form == Form.VALUE ? List.of(value) : value.lines().toList();
        }

        private Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("part", part.name());
            map.put("label", label);
            map.put("form", form.name());
            map.put("value", value);
            return map;
        }

        private static Entry read(Map<String, Object> map) {
            return new Entry(
                    Part.valueOf(String.valueOf(map.get("part"))),
                    String.valueOf(map.get("label")),
                    Form.valueOf(String.valueOf(map.get("form"))),
                    String.valueOf(map.get("value")));
        }
    }

    public AgreementDocument {
        entries = List.copyOf(entries);
    }

    /** The entries that answer one question. */
    public List<Entry> of(Part part) {
        return entries.stream().filter(entry -> entry.part() == part).toList();
    }

    /** The entry of that name. */
    public Optional<Entry> find(Part part, String label) {
        return entries.stream()
                .filter(entry -> entry.part() == part && entry.label().equals(label))
                .findFirst();
    }

    /** The value of the entry of that name; null when there is none. */
    public @Nullable String value(Part part, String label) {
        return find(part, label).map(Entry::value).orElse(null);
    }

    /** Digest of every entry, lower-case hex. */
    public String sha256() {
        return CanonicalJson.sha256OfText(write(entries));
    }

    public static String write(List<Entry> entries) {
        return CanonicalJson.write(entries.stream().map(Entry::toMap).toList());
    }

    public static List<Entry> read(String json) {
        List<Entry> entries = new ArrayList<>();
        if (CanonicalJson.parse(json) instanceof List<?> list) {
            for (Object one : list) {
                Map<String, Object> map = StoredJson.object(one);
                if (map != null) {
                    entries.add(Entry.read(map));
                }
            }
        }
        return entries;
    }
}
