package io.countersign.sandbox.guard;

import io.countersign.sandbox.bundled.BundledFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Guards of what makes locales. The JDK keeps texts and formats for each locale it meets, some of them by its written form
 * alone, and never forgets them; so a script gets the nearest of those that the JDK itself has, and no other.
 */
public final class LocaleGuards {
    /** The file beside this class that names them. */
    public static final String LIST = "locales.txt";

    private static final Set<String> KNOWN = new HashSet<>(BundledFiles.lines(LocaleGuards.class, LIST));

    private LocaleGuards() {}

    public static Locale make(String language) {
        return nearest(new Locale(language));
    }

    public static Locale make(String language, String country) {
        return nearest(new Locale(language, country));
    }

    public static Locale make(String language, String country, String variant) {
        return nearest(new Locale(language, country, variant));
    }

    public static Locale forLanguageTag(String tag) {
        return nearest(Locale.forLanguageTag(tag));
    }

    public static Locale stripExtensions(Locale locale) {
        Locale made = nearest(locale.stripExtensions());
        return made.hasExtensions() ? make(made.getLanguage(), made.getCountry()) : made;
    }

    /** The written forms of the known ones. */
    static Set<String> known() {
        return KNOWN;
    }

    /** A locale as the list has it. */
    static String key(Locale l) {
        return key(l.getLanguage(), l.getScript(), l.getCountry(), l.getVariant());
    }

    private static String key(String language, String script, String country, String variant) {
        return language + "|" + script + "|" + country + "|" + variant;
    }

    /** First without its variant, then without its script, then without its country. */
    private static Locale nearest(Locale l) {
        String language = l.getLanguage();
        List<String> candidates = List.of(
                key(l),
                key(language, l.getScript(), l.getCountry(), ""),
                key(language, "", l.getCountry(), ""),
                key(language, l.getScript(), "", ""),
                key(language, "", "", ""));
        return candidates.stream()
                .filter(KNOWN::contains)
                .findFirst()
                .map(LocaleGuards::of)
                .orElse(Locale.ROOT);
    }

    private static Locale of(String known) {
        String[] part = known.split("\\|", -1);
        return part[1].isEmpty()
                ? new Locale(part[0], part[2], part[3])
                : new Locale.Builder()
                        .setLanguage(part[0])
                        .setScript(part[1])
                        .setRegion(part[2])
                        .build();
    }
}
