package io.countersign.notify.slack;

import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one connection to Slack open, and opens another whenever it ends, until stopped. */
final class SocketModeSupervisor implements Runnable {
    private static final System.Logger LOG = System.getLogger(SocketModeSupervisor.class.getName());
    private static final Duration LONGEST_WISH = Duration.ofMinutes(5);

    private final SlackConnections connections;
    private final Consumer<String> clicks;
    private final SocketModeProbe probe;
    private final SocketModeTiming timing;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /**
     * @param clicks takes the payload of each click, already acknowledged, and returns at once
     */
    SocketModeSupervisor(
            SlackConnections connections,
            Consumer<String> clicks,
            SocketModeProbe probe,
            SocketModeTiming timing,
            Clock clock) {
        this.connections = connections;
        this.clicks = clicks;
        this.probe = probe;
        this.timing = timing;
        this.clock = clock;
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            int failures = 0;
            while (stopped.getCount() > 0) {
                SocketModeSession.Ending ending = once();
                failures = ending.stood() ? 0 : failures + 1;
                Duration pause = pause(failures, ending);
                probe.gone(ending.why());
                LOG.log(
                        ending.stood() ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                        "No socket to Slack ({0}); the next try is in {1} ms",
                        ending.why(),
                        Long.toString(pause.toMillis()));
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException stop) {
            LOG.log(System.Logger.Level.DEBUG, "Interrupted: no socket to Slack any more");
        } finally {
            probe.gone("stopped");
            ended.countDown();
        }
    }

    /** Ends the connection and waits a little for what is in hand. */
    void stop() {
        stopped.countDown();
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            if (!ended.await(5, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "The socket to Slack takes its time to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SocketModeSession.Ending once() throws InterruptedException {
        SocketModeListener ear = new SocketModeListener();
        try {
            WebSocket socket = connections.open(ear);
            return new SocketModeSession(socket, ear, clicks, probe, timing, clock).untilItEnds();
        } catch (SlackConnections.NoConnection e) {
            return new SocketModeSession.Ending(String.valueOf(e.getMessage()), false, e.retryAfter());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "The socket to Slack failed", e);
            return new SocketModeSession.Ending(e.getClass().getSimpleName(), false, null);
        }
    }

    private Duration pause(int failures, SocketModeSession.Ending ending) {
        Duration pause = timing.pause(failures, ThreadLocalRandom.current());
        Duration wish = ending.retryAfter();
        if (wish == null || wish.compareTo(pause) < 0) {
            return pause;
        }
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }
}
