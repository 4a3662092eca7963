package io.countersign.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body must be before anybody looks at its fields. */
class BodyReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":}", "{\"a\":1}}", "{'a':1}", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "nonsense"})
    void whatIsNotJsonIsMalformedAndQuotesNothing(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> parse(text));
        assertEquals(ErrorCode.MALFORMED_JSON, refusal.code());
        assertFalse(refusal.getMessage().contains("com.fasterxml"), refusal.getMessage());
        assertTrue(refusal.details().containsKey("line"), refusal.details().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "1", "true"})
    void whatIsNoObjectIsNamed(String text) {
        assertEquals(
                ErrorCode.VALIDATION_ERROR,
                assertThrows(Refusal.class, () -> parse(text)).code());
    }

    @Test
    void anAbsentBodyIsAnEmptyObject() throws IOException {
        assertEquals(Map.of(), parse("").fields());
    }

    @Test
    void badUtf8IsMalformed() {
        byte[] bytes = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        assertEquals(
                ErrorCode.MALFORMED_JSON,
                assertThrows(Refusal.class, () -> BodyReader.parse(bytes)).code());
    }

    @Test
    void nestingWithoutEndIsMalformed() {
        String deep = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertEquals(
                ErrorCode.MALFORMED_JSON,
                assertThrows(Refusal.class, () -> parse(deep)).code());
    }

    @Test
    void textThatNoDatabaseKeepsIsNamed() {
        Refusal refusal = assertThrows(Refusal.class, () -> parse("{\"a\":{\"b\":[\"x\\u0000\",\"\\ud800\"]}}"));
        assertTrue(
                refusal.details().toString().contains("a.b[0]"),
                refusal.details().toString());
        assertTrue(
                refusal.details().toString().contains("a.b[1]"),
                refusal.details().toString());
    }

    @Test
    void moreThanTheLimitIsTooLarge() {
        Refusal refusal =
                assertThrows(Refusal.class, () -> BodyReader.atMost(new ByteArrayInputStream(new byte[11]), 10));
        assertEquals(ErrorCode.PAYLOAD_TOO_LARGE, refusal.code());
    }

    private static Body parse(String text) throws IOException {
        return BodyReader.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
