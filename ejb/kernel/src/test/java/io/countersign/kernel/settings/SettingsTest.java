package io.countersign.kernel.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final class Example extends Settings {
        static final Setting<Integer> WORKERS = Setting.number("WORKERS", 2, 1, 64, "how many");
        static final Setting<Boolean> PRIVATE = Setting.flag("ALLOW_PRIVATE", false, "whether");
        static final Setting<String> MODE = Setting.word("MODE", "view", List.of("view", "decide"), "what links do");
        static final Setting<List<String>> WAYS =
                Setting.wordsOf("WAYS", "none", List.of("none", "slack", "email"), "which");
        static final Setting<URI> BASE = Setting.address("BASE_URL", null, "where");
        static final Setting<URI> HOOK =
                Setting.address("HOOK_URL", null, "where").hidden();

        final int workers = value(WORKERS);
        final boolean isPrivate = value(PRIVATE);
        final String mode = value(MODE);
        final List<String> ways = value(WAYS);
        final Optional<URI> base = optional(BASE);
        final Optional<URI> hook = optional(HOOK);

        Example(Map<String, String> texts) {
            super(SettingSource.of(texts));
        }

        @Override
        public List<Setting<?>> all() {
            return List.of(WORKERS, PRIVATE, MODE, WAYS, BASE, HOOK);
        }
    }

    @Test
    void whatIsNotSetHasItsDefault() {
        Example example = new Example(Map.of("WORKERS", "  "));
        assertEquals(2, example.workers);
        assertFalse(example.isPrivate);
        assertEquals("view", example.mode);
        assertEquals(List.of("none"), example.ways);
        assertEquals(Optional.empty(), example.base);
        Settings.check(List.of(example));
    }

    @Test
    void whatIsSetIsRead() {
        Example example = new Example(Map.of(
                "WORKERS",
                " 7 ",
                "ALLOW_PRIVATE",
                "TRUE",
                "MODE",
                "Decide",
                "WAYS",
                "Slack, email",
                "BASE_URL",
                "https://a/"));
        assertEquals(7, example.workers);
        assertEquals("decide", example.mode);
        assertEquals(List.of("slack", "email"), example.ways);
        assertEquals(Optional.of(URI.create("https://a")), example.base);
        assertEquals(List.of(), example.problems());
    }

    @Test
    void everyBadValueIsRefusedAtOnceWithItsNameAndWhatIsAllowed() {
        Example one = new Example(Map.of("WORKERS", "65", "ALLOW_PRIVATE", "yes", "MODE", "look"));
        Example other = new Example(Map.of("WAYS", "slack,pigeon", "BASE_URL", "countersign.example.org"));
        String said = assertThrows(IllegalArgumentException.class, () -> Settings.check(List.of(one, other)))
                .getMessage();
        assertEquals(
                "5 settings cannot be used (nothing was started): ALLOW_PRIVATE must be true or false, not \"yes\""
                        + "; BASE_URL must be a full http(s) URL, not \"countersign.example.org\""
                        + "; MODE must be view or decide, not \"look\""
                        + "; WAYS must be none, slack or email, several separated by commas, not \"slack,pigeon\""
                        + "; WORKERS must be a whole number from 1 to 64, not \"65\"",
                said);
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        assertEquals(
                List.of("WORKERS must be a whole number from 1 to 64, not \"two\""),
                new Example(Map.of("WORKERS", "two")).problems());
    }

    @Test
    void aSecretValueIsNotRepeated() {
        assertEquals(
                List.of("HOOK_URL must be a full http(s) URL"),
                new Example(Map.of("HOOK_URL", "token-4711")).problems());
    }
}
