package io.countersign.sandbox.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "918273645",
                "+918273645",
                "-918273645",
                "000918273645",
                "918273645.00",
                "918,273,645",
                "918.273.645",
                "918'273'645",
                "918’273’645",
                "918_273_645",
                "918 273 645",
                "918\u00a0273\u00a0645",
                "918\u202f273\u202f645",
                "91,82,73,645",
                "9.18273645E8",
                "9.18273645e+08",
                "918.273645E6",
                "0.918273645E9",
                "918273645E3",
                "9.18273645E+11",
                "918273645000",
                "9182736450e-1",
                "918,273,645.00",
                "918.273.645,00",
                "٩١٨٢٧٣٦٤٥",
                "٩١٨٬٢٧٣٬٦٤٥",
                "９１８２７３６４５",
                "९१८२७३६४५",
                "36bbbe6d",
                "36BBBE6D",
                "0x36bbbe6d",
                "6656737155",
                "110110101110111011111001101101",
                "f6psh9",
                "F6PSH9",
                "393138323733363435",
                "OTE4MjczNjQ1",
                "%39%31%38%32%37%33%36%34%35",
                "%2539182736%2534%2535",
                "&#57;18273645",
                "&#x39;18273645",
                "\\u0039\\u0031827364\\u0035",
                "=39182=\r\n73645",
                "=3918273=\n645"
            })
    void aNumberIsMaskedHoweverItIsWritten(String written) {
        Masker pin = Masker.of(List.of("918273645"));
        String masked = pin.mask("<" + written.replace("0x", "") + ">");
        assertTrue(masked.contains("***"), masked);
        assertFalse(masked.matches(".*[1-9a-zA-Z٩９९].*"), masked);
    }

    @Test
    void aNumberAmongTheDataIsMaskedWhateverItsKind() {
        Masker pin = Masker.of(List.of("918273645", "500000000", "0012345678", "1234567890123456789012"));
        List<Number> numbers = List.of(
                918273645,
                918273645L,
                9.18273645E8,
                918273645f,
                new BigDecimal("918273645E3"),
                new BigDecimal("9.18273645E+11"),
                new BigDecimal("918273645.000"),
                new BigInteger("918273645"),
                -918273645,
                5e8,
                new BigDecimal("5E8"),
                new BigDecimal("0.5E+9"),
                12345678,
                1.2345678E7,
                new BigInteger("1234567890123456789012"),
                1.2345678901234568E21);
        for (Number number : numbers) {
            assertEquals(Map.of("n", "***"), pin.mask(Map.of("n", number)), number::toString);
            assertEquals("***", pin.mask(number.toString()).replace("-", ""));
        }
    }

    @Test
    void otherNumbersStay() {
        Masker pin = Masker.of(List.of("918273645", "000123", "10.0.0.1"));
        for (String text : List.of(
                "91827364",
                "123",
                "000456",
                "1, 2, 3",
                "2026-11-30T22:00:00Z",
                "18 273 64",
                "10.0.0.2",
                "9,1,8,2,7,3,6,4,5",
                "9 1 8 2 7 3 6 4 5",
                "91 8273 645",
                "1e999999999",
                "123e3",
                "")) {
            assertEquals(text, pin.mask(text));
        }
        Map<String, Object> data = Map.of("a", 123, "b", 123.0, "c", new BigDecimal("1E+9999"), "d", 91827364);
        assertEquals(data, pin.mask(data));
    }

    @Test
    void lettersOfTheOtherCaseAndHexAreMasked() {
        Masker key = Masker.of(List.of("Tok-äbc9"));
        String hex = HexFormat.of().formatHex("Tok-äbc9".getBytes(StandardCharsets.UTF_8));
        for (String written : List.of("TOK-ÄBC9", "tok-äbc9", hex, hex.toUpperCase(Locale.ROOT))) {
            assertEquals("x***y", key.mask("x" + written + "y"));
        }
        assertEquals("<***>", Masker.of(List.of("a<b>&\"c'")).mask("<a&lt;b&gt;&amp;&quot;c&apos;>"));
        assertEquals("***", Masker.of(List.of("p=ä!xyz")).mask("p=3D=C3=A4=\r\n!xyz"));
    }

    @Test
    void aTextThatAlmostFitsEverywhereIsSearchedOnce() {
        String almost = "a".repeat(100_000);
        Masker long1 = Masker.of(List.of("a".repeat(4_000) + "b", "1".repeat(4_000) + "2"));
        String text = almost + "&".repeat(50_000) + "1,".repeat(50_000) + "1".repeat(100_000);
        assertEquals(text, long1.mask(text));
    }

    /** The encodings that are undone one after the other, by name. */
    private static String encode(String how, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (how) {
            case "base64" -> Base64.getEncoder().encodeToString(bytes);
            case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            case "hex" -> HexFormat.of().formatHex(bytes);
            case "url" -> URLEncoder.encode(text, StandardCharsets.UTF_8);
            case "json" -> text.replace("\\", "\\\\").replace("\"", "\\\"");
            case "html" -> text.replace("&", "&amp;").replace("\"", "&quot;");
            default -> throw new IllegalArgumentException(how);
        };
    }

    @Test
    void anEncodingInAnEncodingIsMasked() {
        String secret = "to\"p&Se cr\u00e9t99";
        Masker one = Masker.of(List.of(secret));
        List<String> ways = List.of("base64", "base64url", "hex", "url", "json", "html");
        for (String inner : ways) {
            for (String outer : ways) {
                for (String before : List.of("", "a", "ab", "abc")) {
                    String text = "said " + encode(outer, before + encode(inner, secret) + "!") + " (end)";
                    String masked = one.mask(text);
                    assertTrue(masked.contains(Masker.MASK), () -> inner + " in " + outer + ": " + masked);
                    assertTrue(masked.startsWith("said ") && masked.endsWith(" (end)"), masked);
                }
            }
        }
    }

    @Test
    void aTokenOfWhichOnePartHoldsTheSecretKeepsTheOthers() {
        Masker one = Masker.of(List.of("to\"p&Secret99"));
        String header = encode("base64url", "{\"alg\":\"HS256\"}");
        String claims = encode("base64url", "{\"sub\":\"x\",\"p\":\"to\\\"p&Secret99\"}");
        String masked = one.mask(header + "." + claims + ".c2lnbmF0dXJl");
        assertTrue(masked.startsWith(header + ".") && masked.endsWith(".c2lnbmF0dXJl"), masked);
        assertTrue(masked.contains(Masker.MASK), masked);
    }

    @Test
    void anEncodedCommandOfTwoBytesACharacterIsMasked() {
        Masker one = Masker.of(List.of("topSecret99"));
        byte[] command = "net use x: /user:y topSecret99".getBytes(StandardCharsets.UTF_16LE);
        String encoded = Base64.getEncoder().encodeToString(command);
        assertFalse(one.mask("powershell -enc " + encoded).contains(encoded));
        assertTrue(one.mask("powershell -enc " + encoded).startsWith("powershell -enc bgBl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "-", " ", ", ", ",", "0x", ", 0x", " 0x", "\\x"})
    void hexWithSomethingBetweenTheBytesIsMasked(String between) {
        Masker one = Masker.of(List.of("topSecret99"));
        byte[] bytes = "topSecret99".getBytes(StandardCharsets.UTF_8);
        HexFormat format = HexFormat.ofDelimiter(between);
        assertEquals("is ***.", one.mask("is " + format.formatHex(bytes) + "."));
        assertEquals("is ***.", one.mask("is " + format.withUpperCase().formatHex(bytes) + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%e", "%g", "%.9e", "%E"})
    void aRoundedNumberIsMasked(String format) {
        Masker one = Masker.of(List.of("918273645"));
        assertEquals("***", one.mask(String.format(Locale.ROOT, format, 918273645.0)));
        assertEquals("9.18e+08", one.mask(String.format(Locale.ROOT, "%.2e", 918273645.0)));
    }

    @Test
    void whatOnlyLooksEncodedStays() {
        Masker one = Masker.of(List.of("topSecret99", "918273645"));
        for (String text : List.of(
                "internationalization/of_the-whole+thing==",
                "0123456789abcdef0123456789abcdef",
                "00:1b:44:11:3a:b7",
                encode("base64", "nothing to be seen here, go on reading"),
                "\\x\\x0x0x, 0x")) {
            assertEquals(text, one.mask(text));
        }
    }
}
