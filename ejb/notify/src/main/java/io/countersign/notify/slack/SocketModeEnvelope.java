package io.countersign.notify.slack;

import io.countersign.kernel.ForeignJson;
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
        return ForeignJson.read(text).flatMap(SocketModeEnvelope::read);
    }

    private static Optional<SocketModeEnvelope> read(ForeignJson envelope) {
        String type = envelope.text("type");
        if (type == null) {
            return Optional.empty();
        }
        String id = envelope.text("envelope_id");
        return Optional.of(
                switch (type) {
                    case "hello" -> new Hello();
                    case "disconnect" -> new Disconnect();
                    case "interactive" -> interactive(id, envelope.object("payload"));
                    default -> new Other(id);
                });
    }

    private static SocketModeEnvelope interactive(@Nullable String id, @Nullable ForeignJson payload) {
        return id != null && payload != null && "block_actions".equals(payload.text("type"))
                ? new Click(id, payload.write())
                : new Other(id);
    }
}
