package io.countersign.ui;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One page that listens. It has no thread: what cannot be written at once waits until the connection takes it, and several
 * changes that wait are one. It ends when the page has gone, which a beat finds out, or after some minutes; the browser then
 * comes again, and who it is and what they may see is read anew.
 */
final class Feed implements WriteListener, AsyncListener {

    /** Not the same for all, so that those who came together do not come again together. */
    private static final Duration AT_LEAST = Duration.ofMinutes(4);

    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final System.Logger LOG = System.getLogger(Feed.class.getName());

    private static final String HELLO = "retry: 3000\n\n";
    private static final String CHANGED = "event: changed\ndata:\n\n";
    private static final String BEAT = ":\n\n";

    private final String person;
    private final Consumer<Feed> release;
    private @Nullable AsyncContext context;
    private @Nullable ServletOutputStream out;
    private final CountDownLatch gone = new CountDownLatch(1);
    private String waiting = HELLO;
    private boolean ready;
    private boolean over;

    Feed(String person, Consumer<Feed> release) {
        this.person = person;
        this.release = release;
    }

    String person() {
        return person;
    }

    void open(AsyncContext started) throws IOException {
        started.setTimeout(ThreadLocalRandom.current().nextLong(AT_LEAST.toMillis(), AT_MOST.toMillis()));
        started.addListener(this);
        ServletOutputStream stream = started.getResponse().getOutputStream();
        synchronized (this) {
            context = started;
            out = stream;
        }
        stream.setWriteListener(this);
    }

    /** Says that something has changed; safe on any thread, and holds none. */
    synchronized void changed() {
        if (ready) {
            write(CHANGED);
        } else if (!waiting.endsWith(CHANGED)) {
            waiting += CHANGED;
        }
    }

    /** Finds out whether anybody is there. */
    synchronized void beat() {
        if (ready) {
            write(BEAT);
        }
    }

    @Override
    public synchronized void onWritePossible() {
        if (!over) {
            ready = true;
            String text = waiting;
            waiting = "";
            write(text);
        }
    }

    private void write(String text) {
        if (out == null) {
            return;
        }
        try {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            ready = out.isReady();
        } catch (IOException | IllegalStateException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a page has left", gone);
            end();
        }
    }

    /** Lets the page go; once. */
    void end() {
        AsyncContext ending;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            ready = false;
            ending = context;
        }
        release.accept(this);
        if (ending == null) {
            gone.countDown();
            return;
        }
        try {
            ending.complete();
        } catch (IllegalStateException done) {
            LOG.log(System.Logger.Level.DEBUG, "a page's answer had ended already", done);
            gone.countDown();
        }
    }

    void awaitGone(long nanos) {
        try {
            if (!gone.await(nanos, TimeUnit.NANOSECONDS)) {
                LOG.log(System.Logger.Level.DEBUG, "a page of {0} does not go", person);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
        gone.countDown();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody starts it twice
    }
}
