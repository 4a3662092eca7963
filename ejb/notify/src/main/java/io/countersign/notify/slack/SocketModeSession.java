package io.countersign.notify.slack;

import jakarta.json.Json;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The life of one connection to Slack: each envelope is acknowledged first, then a click is handed on. */
final class SocketModeSession {
    private static final System.Logger LOG = System.getLogger(SocketModeSession.class.getName());
    private static final Duration SENDING = Duration.ofSeconds(3);

    private final WebSocket socket;
    private final SocketModeListener ear;
    private final Consumer<String> clicks;
    private final SocketModeProbe probe;
    private final SocketModeTiming timing;
    private final Clock clock;
    private final long begun = System.nanoTime();
    private boolean greeted;

    /**
     * How a connection, or the try to have one, ended.
     *
     * @param why in words without token, address or content
     * @param stood whether it had served for a while, so that this is no failure
     */
    record Ending(String why, boolean stood, @Nullable Duration retryAfter) {}

    SocketModeSession(
            WebSocket socket,
            SocketModeListener ear,
            Consumer<String> clicks,
            SocketModeProbe probe,
            SocketModeTiming timing,
            Clock clock) {
        this.socket = socket;
        this.ear = ear;
        this.clicks = clicks;
        this.probe = probe;
        this.timing = timing;
        this.clock = clock;
    }

    Ending untilItEnds() throws InterruptedException {
        try {
            String why = null;
            while (why == null) {
                why = after(ear.next(timing.ask()));
            }
            boolean stood =
                    greeted && System.nanoTime() - begun >= timing.stood().toNanos();
            return new Ending(why, stood, null);
        } finally {
            close();
        }
    }

    /** Why this was the last sound, or null. */
    private @Nullable String after(SocketModeListener.Sound sound) throws InterruptedException {
        if (sound instanceof SocketModeListener.End end) {
            return end.why();
        }
        if (sound instanceof SocketModeListener.Silence silence) {
            if (silence.lasting().compareTo(timing.giveUp()) >= 0) {
                return "nothing heard for " + silence.lasting().toSeconds() + " s";
            }
            if (silence.lasting().compareTo(timing.ask()) >= 0) {
                socket.sendPing(ByteBuffer.allocate(0));
            }
            return null;
        }
        String why = after(((SocketModeListener.Message) sound).text());
        ear.more(socket);
        return why;
    }

    private @Nullable String after(String text) throws InterruptedException {
        Optional<SocketModeEnvelope> read = SocketModeEnvelope.read(text);
        if (read.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "Slack's socket brought something that is no envelope; skipped");
            return null;
        }
        SocketModeEnvelope envelope = read.get();
        String id = envelope.id();
        boolean sent = id == null || acknowledge(id);
        if (envelope instanceof SocketModeEnvelope.Click click) {
            // also if Slack did not hear us: somebody did click, and to decide twice is to decide once
            clicks.accept(click.payload());
        } else if (envelope instanceof SocketModeEnvelope.Hello) {
            greeted = true;
            probe.connected(clock.instant());
            LOG.log(System.Logger.Level.INFO, "Slack's clicks come in over the socket");
        } else if (envelope instanceof SocketModeEnvelope.Disconnect) {
            return "Slack wants a new connection";
        }
        return sent ? null : "an acknowledgement could not be sent";
    }

    private boolean acknowledge(String id) throws InterruptedException {
        String acknowledgement =
                Json.createObjectBuilder().add("envelope_id", id).build().toString();
        return sent(socket.sendText(acknowledgement, true));
    }

    /** Says goodbye if that is possible, and lets go in any case. */
    private void close() throws InterruptedException {
        try {
            if (!socket.isOutputClosed()) {
                sent(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
            }
        } finally {
            socket.abort();
        }
    }

    private static boolean sent(CompletableFuture<WebSocket> sending) throws InterruptedException {
        try {
            sending.get(SENDING.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "The socket takes nothing: {0}",
                    e.getClass().getSimpleName());
            return false;
        }
    }
}
