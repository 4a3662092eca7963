package io.countersign.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    /** IEEE 754 bit patterns and their ECMAScript spellings, from RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void doublesAreSpelledAsTheRfcSays(String bits, String expected) {
        assertEquals(expected, CanonicalJson.of(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))));
    }

    @Test
    void keysAreSortedByCodeUnitsAndWhiteSpaceIsGone() {
        // RFC 8785, section 3.2.3
        String text =
                "{\"\\u20ac\": \"Euro Sign\", \"\\r\": \"Carriage Return\", \"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\","
                        + " \"1\": \"One\", \"\\ud83d\\ude00\": \"Emoji: Grinning Face\", \"\\u0080\": \"Control\","
                        + " \"\\u00f6\": \"Latin Small Letter O With Diaeresis\"}";
        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                CanonicalJson.of(CanonicalJson.parse(text)));
    }

    @Test
    void literalsAndStringsAreSpelledAsTheRfcSays() {
        // RFC 8785, section 3.2.2, but for the first number: no double holds it, so its digits stay
        String text = "{\"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"
                + " \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\", \"literals\": [null, true, false]}";
        assertEquals(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.33333329,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                CanonicalJson.of(CanonicalJson.parse(text)));
    }

    @Test
    void numbersThatNoDoubleHoldsKeepAllTheirDigits() {
        assertEquals("12345678901234567891", CanonicalJson.of(new BigInteger("12345678901234567891")));
        assertNotEquals(CanonicalJson.of(9007199254740993L), CanonicalJson.of(9007199254740992L));
        assertNotEquals(
                CanonicalJson.of(new BigDecimal("0.1000000000000000055")), CanonicalJson.of(new BigDecimal("0.1")));
    }

    @Test
    void oneValueHasOneSpellingWhateverItsType() {
        for (Object one : List.of(1, 1L, 1.0, 1.0f, new BigDecimal("1.00"), BigInteger.ONE, (short) 1, (byte) 1)) {
            assertEquals("1", CanonicalJson.of(one), one.getClass().getName());
        }
        assertEquals("0.1", CanonicalJson.of(0.1f));
        assertEquals("0.1", CanonicalJson.of(new BigDecimal("0.10")));
        assertEquals("100000000000000000000", CanonicalJson.of(new BigDecimal("1e20")));
    }

    @Test
    void orderOfKeysDoesNotChangeTheDigestButOrderOfItemsDoes() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", 2);
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", 2);
        other.put("a", 1);
        assertEquals(CanonicalJson.sha256(one), CanonicalJson.sha256(other));
        assertNotEquals(CanonicalJson.sha256(List.of(1, 2)), CanonicalJson.sha256(List.of(2, 1)));
    }

    @Test
    void loneSurrogatesAreEscapedSoThatTheyStayDifferent() {
        assertEquals("\"\\ud83d\"", CanonicalJson.of("\ud83d"));
        assertNotEquals(CanonicalJson.sha256("\ud83d"), CanonicalJson.sha256("\ud83e"));
        assertEquals("\"\ud83d\ude00\"", CanonicalJson.of("\ud83d\ude00"));
    }

    @Test
    void theTextItselfCanBeDigested() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", CanonicalJson.sha256OfText("abc"));
    }

    @Test
    void arraysAndJsonValuesAreWritten() {
        assertEquals("[1,2]", CanonicalJson.of(new int[] {1, 2}));
        assertEquals("[\"a\",null]", CanonicalJson.of(Arrays.asList("a", null)));
        assertEquals(
                "{\"x\":[1,true]}",
                CanonicalJson.of(Json.createObjectBuilder()
                        .add("x", Json.createArrayBuilder().add(1).add(true))
                        .build()));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(Map.of(1, 2)));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(new Object()));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.parse("{\"a\":"));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.parse("{} {}"));
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.parse(""));
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.of(cycle));
    }

    @Test
    void whatIsWrittenReadsBackEqual() {
        String text = "{\"a\":[1,2.5,\"x\",null,true,{\"deep\":[]}],\"big\":12345678901234567891}";
        assertEquals(text, CanonicalJson.of(CanonicalJson.parse(text)));
    }
}
