package io.countersign.notify.slack;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hears one connection: joins fragments to messages of bounded length and remembers when it heard anything at all. The
 * next message is let in once the last one was taken with {@link #next} and {@link #more} was called.
 */
final class SocketModeListener implements WebSocket.Listener {
    static final int LONGEST = 1024 * 1024;
    private static final System.Logger LOG = System.getLogger(SocketModeListener.class.getName());

    /** What was heard. */
    sealed interface Sound {}

    record Message(String text) implements Sound {}

    record Silence(Duration lasting) implements Sound {}

    record End(String why) implements Sound {}

    private final BlockingQueue<Sound> sounds = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private boolean tooLong;
    private volatile long heardAt = System.nanoTime();

    /** What comes next, or the silence so far when nothing comes within the time given. */
    Sound next(Duration within) throws InterruptedException {
        Sound sound = sounds.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        return sound != null ? sound : new Silence(Duration.ofNanos(System.nanoTime() - heardAt));
    }

    /** Lets the next message in. */
    void more(WebSocket socket) {
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        heard();
        tooLong |= parts.length() + data.length() > LONGEST;
        if (!tooLong) {
            parts.append(data);
        }
        if (last && !tooLong) {
            sounds.add(new Message(parts.toString()));
        } else {
            socket.request(1);
        }
        if (last && tooLong) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A message of more than {0} characters came over the socket; skipped",
                    LONGEST);
        }
        if (last || tooLong) {
            parts.setLength(0);
        }
        tooLong &= !last;
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        heard();
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        heard();
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        heard();
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        sounds.add(new End("closed by Slack with status " + status));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        // the message could hold a part of what was sent
        sounds.add(new End("broken: " + error.getClass().getSimpleName()));
    }

    private void heard() {
        heardAt = System.nanoTime();
    }
}
