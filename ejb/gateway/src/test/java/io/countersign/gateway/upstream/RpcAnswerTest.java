package io.countersign.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RpcAnswerTest {

    private static final String ANSWER = "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"a\":1}}";

    private static Map<String, Object> result(String type, String body) throws UpstreamFailure {
        return RpcAnswer.result(type, body.getBytes(UTF_8), 2);
    }

    @Test
    void anAnswerIsFoundInJsonAndAmongEvents() throws Exception {
        assertEquals(Map.of("a", 1L), result("application/json", ANSWER));
        assertEquals(
                Map.of("a", 1L),
                result(
                        "text/event-stream; charset=utf-8",
                        ": hello\r\nevent: message\r\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\"}\r\n\r\n"
                                + "id: 7\r\ndata: {\"jsonrpc\":\"2.0\",\"id\":2,\r\ndata: \"result\":{\"a\":1}}\r\n\r\n"));
    }

    @Test
    void whatIsNoAnswerToTheMessageIsAFailure() {
        for (String body : new String[] {
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"2\",\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":[]}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"sampling/createMessage\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"a\":1,\"a\":2}}",
            "<html>",
            ""
        }) {
            assertThrows(UpstreamFailure.class, () -> result("application/json", body), body);
        }
        assertThrows(UpstreamFailure.class, () -> result("text/event-stream", "data: " + ANSWER + "\n"));
    }

    @Test
    void anErrorIsToldWithItsCodeAndAShortMessage() {
        UpstreamFailure failure = assertThrows(
                UpstreamFailure.class,
                () -> result(
                        null,
                        "{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":{\"code\":-32602,\"message\":\"" + "x".repeat(9000)
                                + "\"}}"));
        assertTrue(failure.getMessage().contains("-32602"));
        assertTrue(failure.getMessage().length() < 1000);
    }

    @Test
    void aStreamThatGoesOnIsReadAsFarAsTheAnswer() {
        assertTrue(EventStream.holdsAnswer(bytes("data: " + ANSWER + "\n\n"), 2));
        assertFalse(EventStream.holdsAnswer(bytes("data: " + ANSWER + "\n"), 2));
        assertFalse(EventStream.holdsAnswer(bytes("data: " + ANSWER + "\n\n"), 3));
        assertFalse(EventStream.holdsAnswer(bytes(": ping\n\n"), 2));
        assertFalse(EventStream.holdsAnswer(bytes(ANSWER), 2));
    }

    private static ByteArrayOutputStream bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(UTF_8));
        return bytes;
    }
}
