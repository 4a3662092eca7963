package io.countersign.notify;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message of Slack's Socket Mode. */
sealed interface SocketModeEnvelope {

    /** What the acknowledgement must name; null when none is wanted. */
    default @Nullable String id() {
        return null;
    }

    /** The connection is ready. */
    record Hello() implements SocketModeEnvelope {}

    /** This connection ends soon: another one is wanted. */
    record Disconnect() implements SocketModeEnvelope {}

    /** Somebody clicked something in a message; {@code payload} is what the HTTP callback would have got. */
    record Click(String id, String payload) implements SocketModeEnvelope {}

    /** Something that does not concern us, to be acknowledged all the same if it has an id. */
    record Other(@Nullable String id) implements SocketModeEnvelope {}

    /** Empty when it is no envelope. */
    static Optional<SocketModeEnvelope> read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return read(reader.readObject());
        } catch (JsonException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Optional<SocketModeEnvelope> read(JsonObject envelope) {
        String type = string(envelope, "type");
        if (type == null) {
            return Optional.empty();
        }
        String id = string(envelope, "envelope_id");
        return Optional.of(
                switch (type) {
                    case "hello" -> new Hello();
                    case "disconnect" -> new Disconnect();
                    case "interactive" -> interactive(id, envelope.get("payload"));
                    default -> new Other(id);
                });
    }

    private static SocketModeEnvelope interactive(@Nullable String id, @Nullable JsonValue payload) {
        return id != null && payload instanceof JsonObject object && "block_actions".equals(string(object, "type"))
                ? new Click(id, object.toString())
                : new Other(id);
    }

    private static @Nullable String string(JsonObject from, String name) {
        return from.get(name) instanceof JsonString string ? string.getString() : null;
    }
}
