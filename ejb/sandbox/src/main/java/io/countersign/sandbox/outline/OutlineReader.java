package io.countersign.sandbox.outline;

import io.countersign.sandbox.Outline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts places and words together. The class files say that a line sends a request, reads a secret or has an integration
 * act; the source says which, where its constants tell. What is doubtful is shown rather than left out.
 */
public final class OutlineReader {
    /** The longest list, and the longest source whose words are read. */
    public static final int MOST = 60;

    private static final int LONGEST_SOURCE = 128 * 1024;

    private final Set<Outline.Call> calls = new LinkedHashSet<>();
    private final Set<Outline.Use> secrets = new LinkedHashSet<>();
    private final Set<Outline.Use> integrations = new LinkedHashSet<>();
    private final NameSplitter words;

    private OutlineReader(NameSplitter words) {
        this.words = words;
    }

    /** The outline of a source that the check found clean, and its classes; never throws for what is in them. */
    public static Outline read(String source, Map<String, byte[]> classes) {
        try {
            Set<Site> sites = Sites.of(classes);
            OutlineReader reader = new OutlineReader(sites.isEmpty() ? null : words(source));
            sites.forEach(reader::add);
            return reader.made();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Outline.UNKNOWN;
        }
    }

    /** Places are known without words, so trouble with the words is no trouble. */
    private static NameSplitter words(String source) {
        try {
            return source.length() > LONGEST_SOURCE ? null : NameSplitter.of(source);
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    private void add(Site site) {
        switch (site.reach()) {
            case HTTP -> http(site);
            case SECRETS -> said(site, 1).forEach(a -> secrets.add(new Outline.Use(shown(a.get(0)), site.line())));
            case INTEGRATION -> integrations.add(new Outline.Use(site.member(), site.line()));
        }
    }

    private void http(Site site) {
        boolean free = site.member().equals("request");
        for (List<String> a : said(site, free ? 2 : 1)) {
            String method = free ? a.get(0) : site.member();
            calls.add(
                    new Outline.Call(shown(method.toUpperCase(Locale.ROOT)), shown(a.get(free ? 1 : 0)), site.line()));
        }
    }

    private List<List<String>> said(Site site, int arguments) {
        return words == null ? List.of(NameSplitter.unknown(arguments)) : words.at(site, arguments);
    }

    /** One printable line without marks that would turn or hide other text. */
    private static String shown(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean plain = !Character.isISOControl(c)
                    && type != Character.FORMAT
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR
                    && type != Character.SURROGATE
                    && type != Character.UNASSIGNED
                    && type != Character.PRIVATE_USE;
            if (plain) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("\\u%04X", c));
            }
        });
        return out.toString();
    }

    private Outline made() {
        boolean whole = calls.size() <= MOST && secrets.size() <= MOST && integrations.size() <= MOST;
        return new Outline(
                first(calls, Comparator.comparingInt(Outline.Call::line)),
                first(secrets, Comparator.comparingInt(Outline.Use::line)),
                first(integrations, Comparator.comparingInt(Outline.Use::line)),
                whole);
    }

    private static <T> List<T> first(Collection<T> all, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(all);
        sorted.sort(order);
        return sorted.subList(0, Math.min(MOST, sorted.size()));
    }
}
