package io.countersign.gateway.upstream;

import io.countersign.gateway.upstream.UpstreamFailure.Kind;
import io.countersign.kernel.Characters;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.StrictJson;
import io.countersign.kernel.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the result in an answer of JSON-RPC. */
final class RpcAnswer {

    private static final int LONGEST_MESSAGE = 500;

    private RpcAnswer() {}

    static boolean isAnswerTo(String message, long id) {
        try {
            return isAnswerTo(StrictJson.object(message.getBytes(StandardCharsets.UTF_8)), id);
        } catch (Refusal unreadable) {
            return false;
        }
    }

    private static boolean isAnswerTo(Map<String, Object> message, long id) {
        return message.get("id") instanceof Number number
                && number.longValue() == id
                && (message.containsKey("result") || message.containsKey("error"));
    }

    /**
     * The result of that message.
     *
     * @throws UpstreamFailure the error that it is, or that there is none
     */
    static Map<String, Object> result(@Nullable String contentType, byte[] body, long id) throws UpstreamFailure {
        boolean events = contentType != null
                && contentType.toLowerCase(java.util.Locale.ROOT).startsWith("text/event-stream");
        List<String> messages = events
                ? EventStream.data(new String(body, StandardCharsets.UTF_8))
                : List.of(new String(body, StandardCharsets.UTF_8));
        for (String text : messages) {
            Map<String, Object> message = read(text);
            if (isAnswerTo(message, id)) {
                return resultOf(message);
            }
        }
        throw new UpstreamFailure(Kind.ANSWERED, "The server did not answer the message");
    }

    private static Map<String, Object> read(String text) throws UpstreamFailure {
        try {
            return StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (Refusal unreadable) {
            throw new UpstreamFailure(
                    Kind.ANSWERED, "The server's answer cannot be read: " + shown(unreadable.getMessage()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> resultOf(Map<String, Object> message) throws UpstreamFailure {
        if (message.get("error") instanceof Map<?, ?> error) {
            throw new UpstreamFailure(
                    Kind.ANSWERED,
                    "The server answered with error " + shown(String.valueOf(error.get("code"))) + ": "
                            + shown(String.valueOf(error.get("message"))));
        }
        if (message.get("result") instanceof Map<?, ?> result) {
            return (Map<String, Object>) result;
        }
        throw new UpstreamFailure(Kind.ANSWERED, "The server's answer has no result");
    }

    /** What a foreign server says, in a length and in characters that can be shown. */
    private static String shown(String text) {
        return Characters.shortened(VisibleText.of(text), LONGEST_MESSAGE);
    }
}
