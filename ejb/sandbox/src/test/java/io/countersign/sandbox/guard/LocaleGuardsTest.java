package io.countersign.sandbox.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A script's locale is one that the JDK has, the nearest to what was asked for. */
class LocaleGuardsTest {
    @Test
    void theListHasAllThatThisJdkHas() {
        Set<String> here = Arrays.stream(Locale.getAvailableLocales())
                .map(LocaleGuards::key)
                .collect(Collectors.toSet());
        here.remove("|||");
        here.removeAll(LocaleGuards.known());
        assertEquals(Set.of(), here, "locales.txt is to be written anew");
    }

    @Test
    void whatTheJdkHasIsMadeAsItIs() {
        for (Locale l : Locale.getAvailableLocales()) {
            if (l.getScript().isEmpty()) {
                assertEquals(l, LocaleGuards.make(l.getLanguage(), l.getCountry(), l.getVariant()));
            } else if (!l.hasExtensions()) {
                assertEquals(l, LocaleGuards.forLanguageTag(l.toLanguageTag()));
            }
        }
    }

    @Test
    void noTwoAreWrittenTheSame() {
        Set<String> written = LocaleGuards.known().stream()
                .map(k -> k.split("\\|", -1))
                .map(k -> (k[1].isEmpty()
                                ? LocaleGuards.make(k[0], k[2], k[3])
                                : LocaleGuards.forLanguageTag(k[0] + "-" + k[1] + "-" + k[2]))
                        .toString())
                .collect(Collectors.toSet());
        assertEquals(LocaleGuards.known().size(), written.size());
    }

    @Test
    void whatTheJdkDoesNotHaveIsTheNearestThatItHas() {
        assertEquals(Locale.US, LocaleGuards.make("en", "US", "v1"));
        assertEquals(new Locale("en"), LocaleGuards.make("en", "XX"));
        assertEquals("zh_HK", LocaleGuards.make("zh", "HK", "#Hans").toString());
        assertEquals(Locale.GERMANY, LocaleGuards.forLanguageTag("de-DE-u-nu-thai-x-made-up"));
        assertEquals(new Locale("de"), LocaleGuards.forLanguageTag("de-Cyrl-XX"));
        assertEquals(Locale.ROOT, LocaleGuards.make("qqq"));
        assertEquals(Locale.ROOT, LocaleGuards.forLanguageTag("not a tag"));
        assertTrue(LocaleGuards.stripExtensions(new Locale("th", "TH", "TH"))
                .getUnicodeLocaleKeys()
                .isEmpty());
    }
}
