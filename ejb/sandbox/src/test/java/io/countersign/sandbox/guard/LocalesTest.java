package io.countersign.sandbox.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A script's locale is one that the JDK has, the nearest to what was asked for. */
class LocalesTest {
    @Test
    void theListHasAllThatThisJdkHas() {
        Set<String> here =
                Arrays.stream(Locale.getAvailableLocales()).map(Locales::key).collect(Collectors.toSet());
        here.remove("|||");
        here.removeAll(Locales.known());
        assertEquals(Set.of(), here, "locales.txt is to be written anew");
    }

    @Test
    void whatTheJdkHasIsMadeAsItIs() {
        for (Locale l : Locale.getAvailableLocales()) {
            if (l.getScript().isEmpty()) {
                assertEquals(l, Locales.make(l.getLanguage(), l.getCountry(), l.getVariant()));
            } else if (!l.hasExtensions()) {
                assertEquals(l, Locales.forLanguageTag(l.toLanguageTag()));
            }
        }
    }

    @Test
    void noTwoAreWrittenTheSame() {
        Set<String> written = Locales.known().stream()
                .map(k -> k.split("\\|", -1))
                .map(k -> (k[1].isEmpty()
                                ? Locales.make(k[0], k[2], k[3])
                                : Locales.forLanguageTag(k[0] + "-" + k[1] + "-" + k[2]))
                        .toString())
                .collect(Collectors.toSet());
        assertEquals(Locales.known().size(), written.size());
    }

    @Test
    void whatTheJdkDoesNotHaveIsTheNearestThatItHas() {
        assertEquals(Locale.US, Locales.make("en", "US", "v1"));
        assertEquals(new Locale("en"), Locales.make("en", "XX"));
        assertEquals("zh_HK", Locales.make("zh", "HK", "#Hans").toString());
        assertEquals(Locale.GERMANY, Locales.forLanguageTag("de-DE-u-nu-thai-x-made-up"));
        assertEquals(new Locale("de"), Locales.forLanguageTag("de-Cyrl-XX"));
        assertEquals(Locale.ROOT, Locales.make("qqq"));
        assertEquals(Locale.ROOT, Locales.forLanguageTag("not a tag"));
        assertTrue(Locales.stripExtensions(new Locale("th", "TH", "TH"))
                .getUnicodeLocaleKeys()
                .isEmpty());
    }
}
