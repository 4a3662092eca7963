package io.countersign.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body must be before anybody looks at its fields. */
class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":}",
                "{\"a\":1}}",
                "{\"a\":1} 2",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":NaN}",
                "{\"a\":\"b\nc\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":1e99999999999}",
                "{\"a\":1,\"a\":2}",
                "{\"b\":[{\"a\":1,\"\\u0061\":2}]}",
                "// no\n{}",
                "nonsense",
                " "
            })
    void whatIsNotJsonIsMalformedAndQuotesNothing(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> parse(text));
        assertEquals(ErrorCode.MALFORMED_JSON, refusal.code());
        assertFalse(refusal.getMessage().matches("(?s).*(parsson|jakarta|Exception|nonsense).*"), refusal.getMessage());
        assertTrue(refusal.details().containsKey("line"), refusal.details().toString());
    }

    @Test
    void theFaultIsFoundWhereItIs() {
        Refusal refusal = assertThrows(Refusal.class, () -> parse("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}"));
        assertEquals(3L, refusal.details().get("line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "1", "true"})
    void whatIsNoObjectIsNamed(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> parse(text));
        assertEquals("body: must be a JSON object", refusal.getMessage());
    }

    @Test
    void anAbsentBodyIsAnEmptyObject() {
        assertEquals(Map.of(), parse(""));
    }

    @Test
    void aByteOrderMarkBeforeABodyIsSkipped() {
        assertEquals(Map.of("a", 1L), parse("\ufeff{\"a\":1}"));
        assertThrows(Refusal.class, () -> parse("{\ufeff\"a\":1}"));
    }

    @Test
    void badUtf8IsMalformed() {
        byte[] bytes = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        assertEquals(
                ErrorCode.MALFORMED_JSON,
                assertThrows(Refusal.class, () -> StrictJson.object(bytes)).code());
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 5_000, 200_000})
    void nestingDeeperThanTheLimitIsMalformed(int depth) {
        String deep = "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
        Refusal refusal = assertThrows(Refusal.class, () -> parse(deep));
        assertEquals(ErrorCode.MALFORMED_JSON, refusal.code());
    }

    @Test
    void nestingToTheLimitIsRead() {
        parse("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}");
    }

    @Test
    void numbersKeepEveryDigit() {
        Map<String, Object> read = parse("{\"n\":[7,9223372036854775807,9223372036854775808,2.50,1e999,-0]}");
        assertEquals(
                List.of(
                        7L,
                        Long.MAX_VALUE,
                        new BigInteger("9223372036854775808"),
                        new BigDecimal("2.50"),
                        new BigDecimal("1e999"),
                        0L),
                read.get("n"));
    }

    @Test
    void aNumberWithoutEndIsMalformed() {
        Refusal refusal = assertThrows(Refusal.class, () -> parse("{\"n\":" + "1".repeat(101) + "}"));
        assertEquals(ErrorCode.MALFORMED_JSON, refusal.code());
    }

    @Test
    void textThatNoDatabaseKeepsIsNamed() {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> parse("{\"a\":{\"b\":[\"x\\u0000\",\"\\ud800\",\"\\ud83d\\ude00\"]},\"\\udc00\":1}"));
        assertEquals(
                List.of("a.b[0]", "a.b[1]", "?"),
                ((List<?>) refusal.details().get("fields"))
                        .stream().map(error -> ((Map<?, ?>) error).get("field")).toList());
    }

    @Test
    void aFormsFieldIsNamedForAllThatIsWrongInIt() {
        assertEquals(Map.of("a", 1L), StrictJson.object("parameters", "{\"a\": 1}"));
        assertEquals(Arrays.asList(1L, null), StrictJson.value("http", "[1, null]"));
        for (String wrong : List.of("{\"a\":1,\"a\":2}", "[]", "{", "")) {
            Refusal refusal = assertThrows(Refusal.class, () -> StrictJson.object("parameters", wrong));
            assertTrue(refusal.getMessage().startsWith("parameters: "), refusal.getMessage());
        }
        Refusal nul = assertThrows(Refusal.class, () -> StrictJson.object("parameters", "{\"a\":\"\\u0000\"}"));
        assertEquals("parameters.a: must not hold the character U+0000", nul.getMessage());
    }

    private static Map<String, Object> parse(String text) {
        return StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
    }
}
