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
    void whoeverEncodesItIsTheSame() {
        Masker odd = Masker.of(List.of("k~y with/é!"));
        assertEquals("***", odd.mask("k~y%20with%2F%C3%A9!"));
        assertEquals("***", odd.mask("k%7Ey+with%2f%c3%a9%21"));
        assertEquals("<***>", odd.mask("<k~y with\\/\\u00e9!>"));
        assertEquals("%7k ***", odd.mask("%7k k%7ey%20with/é!"));
        assertEquals("\\\"***\\\"", odd.mask("\\\"k~y with\\\\/é!\\\""));
    }

    @Test
    void base64WithLineBreaksOrInAUrlIsMasked() {
        Masker odd = Masker.of(List.of("???>>>???>>>"));
        byte[] secret = "???>>>???>>>".getBytes(StandardCharsets.UTF_8);
        String lines = Base64.getMimeEncoder(4, "\r\n".getBytes(StandardCharsets.UTF_8))
                .encodeToString(secret);
        assertEquals("a ***\nb", odd.mask("a " + lines + "\nb"));
        assertEquals("x=***", odd.mask("x=Pz8%2FPj4%2BPz8%2FPj4%2B"));
    }

    @Test
    void overlappingSecretsAreOne() {
        assertEquals("-***-", Masker.of(List.of("abcdef", "defghi")).mask("-abcdefghi-"));
        assertEquals("-***-***-", Masker.of(List.of("aaaaaa")).mask("-" + "a".repeat(99) + "-aaaaaaa-"));
    }

    @Test
    void aCutNeverShowsHalfOfOne() {
        for (int most = 0; most < 30; most++) {
            String cut = masker.mask("see p%40ss%2Fw0rd%2B%22x there", most);
            assertFalse(cut.contains("p%40"), cut);
        }
    }

    @Test
    void dataAreMaskedThroughout() {
        assertEquals(
                Map.of("***", List.of(Map.of("a", "***"))), masker.mask(Map.of(SECRET, List.of(Map.of("a", SECRET)))));
    }
}
