package io.countersign.web.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages are read as REST bodies are. */
class JsonRpcMessageTest {

    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"x\",\"arguments\":%s}}";

    @Test
    void numbersKeepEveryDigit() throws IOException {
        JsonRpcMessage message = parse(CALL.formatted("{\"amount\":12345678901234567.891,\"far\":1e999}"));
        Map<?, ?> arguments = (Map<?, ?>) message.params().get("arguments");
        assertEquals(new BigDecimal("12345678901234567.891"), arguments.get("amount"));
        assertEquals(new BigDecimal("1e999"), arguments.get("far"));
        assertEquals(7L, message.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "-32700|400|",
                "-32700|400|{",
                "-32700|400|{\"jsonrpc\":\"2.0\",\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
                "-32600|400|null",
                "-32600|400|[]",
                "-32600|400|{}",
                "-32600|400|{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                "-32600|400|{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                "-32600|400|{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}",
                "-32600|400|{\"jsonrpc\":\"2.0\",\"id\":1e999,\"method\":\"ping\"}",
                "-32600|400|{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}",
                "-32600|400|{\"jsonrpc\":\"2.0\",\"id\":9223372036854775808,\"method\":\"ping\"}",
                "-32600|400|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}",
                "-32600|400|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"x\":\"\\ud800\"}}",
                "-32602|200|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}",
                "-32602|200|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}",
                "-32602|200|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{}}",
                "-32602|200|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":5}}",
                "-32602|200|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"x\",\"arguments\":[]}}",
                "-32602|200|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":1}}",
                "-32602|200|{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}"
            })
    void whatIsWrongIsSaidInTheTermsOfJsonRpc(int code, int status, String text) {
        RpcFailure failure = assertThrows(RpcFailure.class, () -> parse(text == null ? "" : text));
        assertEquals(code, failure.code(), failure.getMessage());
        assertEquals(status, failure.status());
        assertFalse(failure.getMessage().matches(".*(Exception|java\\.|fasterxml).*"), failure.getMessage());
    }

    @Test
    void nestingWithoutEndIsMalformed() {
        String deep = CALL.formatted("[".repeat(300) + "]".repeat(300));
        assertEquals(-32700, assertThrows(RpcFailure.class, () -> parse(deep)).code());
    }

    @Test
    void anIdIsATextOrAnInteger() throws IOException {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"ping\"}";
        assertEquals("a", parse(ping.formatted("\"a\"")).id());
        assertEquals(-1L, parse(ping.formatted("-1")).id());
        assertEquals(Long.MAX_VALUE, parse(ping.formatted(Long.MAX_VALUE)).id());
    }

    @Test
    void aMessageWithoutAnIdWantsNoAnswer() throws IOException {
        assertNull(parse("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .id());
        assertEquals("", parse("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}").method());
    }

    @Test
    void progressIsAskedForByAToken() throws IOException {
        String asking =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"_meta\":{\"progressToken\":\"p\"}}}";
        assertEquals("p", parse(asking).progressToken());
        assertNull(parse("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}").progressToken());
    }

    private static JsonRpcMessage parse(String text) throws IOException {
        return JsonRpcMessage.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
