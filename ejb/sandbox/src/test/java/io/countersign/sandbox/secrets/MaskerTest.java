package io.countersign.sandbox.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskerTest {
    private static final String SECRET = "p@ss/w0rd+\"x";
    private final Masker masker = Masker.of(List.of(SECRET, "abc", "longer-secret", "longer-secret-still"));

    @Test
    void longestIsMaskedFirst() {
        assertEquals("***!", masker.mask("longer-secret-still!"));
    }

    @Test
    void shortOnesStay() {
        assertEquals("abc", masker.mask("abc"));
    }

    @Test
    void encodedFormsAreMaskedWhereverTheyStart() {
        for (String before : List.of("", "u", "us", "use", "user:")) {
            String encoded =
                    Base64.getEncoder().encodeToString((before + SECRET + "tail").getBytes(StandardCharsets.UTF_8));
            String core =
                    Base64.getEncoder().encodeToString(SECRET.substring(3, 9).getBytes(StandardCharsets.UTF_8));
            assertFalse(masker.mask(encoded).length() >= encoded.length(), before + core);
        }
        assertEquals("k=***", masker.mask("k=p%40ss%2Fw0rd%2B%22x"));
        assertEquals("\"***\"", masker.mask("\"p@ss/w0rd+\\\"x\""));
    }

    @Test
    void dataAreMaskedThroughout() {
        assertEquals(
                Map.of("***", List.of(Map.of("a", "***"))), masker.mask(Map.of(SECRET, List.of(Map.of("a", SECRET)))));
    }
}
