package io.countersign.sandbox;

import io.countersign.sandbox.http.HttpRetry;
import io.countersign.sandbox.http.Redirect;
import io.countersign.sandbox.run.HostLink;
import io.countersign.sandbox.secrets.Masker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The host's end of a run: keeps the budgets that a script must not keep itself, repeats and follows requests, masks and
 * records. Only the thread that called {@link Sandbox#run} is in here.
 */
final class HostBridge implements HostLink {
    private static final long LATE_MILLIS = 50;

    private final Host host;
    private final Limits limits;
    private final Masker masker;
    private final RunClock clock;
    private final RunTime time;
    private final AtomicLong waitedMillis = new AtomicLong();
    private int calls;
    private int hidden;
    private long logBytes;
    private @Nullable Ended ended;

    HostBridge(Host host, Limits limits, Masker masker, RunClock clock, RunTime time) {
        this.host = host;
        this.limits = limits;
        this.masker = masker;
        this.clock = clock;
        this.time = time;
    }

    /** Why the host ended the run; null if it did not. */
    @Nullable
    Ended ended() {
        return ended;
    }

    @Override
    public HttpReply http(OutgoingRequest ask) throws HttpFailure {
        for (int further = 0; ; further++) {
            try {
                HttpReply reply = followed(ask);
                if (further >= ask.retries() || !HttpRetry.after(ask.method(), reply.status())) {
                    return reply;
                }
                pause(HttpRetry.waitMillis(further + 1, reply));
            } catch (HttpFailure e) {
                if (further >= ask.retries() || !HttpRetry.after(e)) {
                    throw e;
                }
                pause(HttpRetry.waitMillis(further + 1));
            }
        }
    }

    private HttpReply followed(OutgoingRequest ask) throws HttpFailure {
        HttpCall call = new HttpCall(
                ask.method(),
                ask.url(),
                ask.headers(),
                ask.body(),
                ask.hasBody(),
                Duration.ofMillis(ask.timeoutMillis()),
                limits.responseBytes());
        return ask.followsRedirects()
                ? Redirect.follow(call, this::once, masker::finds)
                : once(call).from(call.url(), List.of());
    }

    private HttpReply once(HttpCall call) throws HttpFailure {
        if (++calls > limits.httpCalls()) {
            throw end("LIMIT_HTTP_CALLS", "the script sent more than " + limits.httpCalls() + " HTTP requests");
        }
        long left = clock.remainingMillis();
        if (left <= 0) {
            throw end("TIME", "the wall time is over");
        }
        // a little longer than the run has: what comes back then is late, whatever it is
        Duration timeout =
                Duration.ofMillis(Math.min(left + LATE_MILLIS, call.timeout().toMillis()));
        HttpCall timed = new HttpCall(
                call.method(),
                call.url(),
                call.headers(),
                call.body(),
                call.hasBody(),
                timeout,
                call.maxResponseBytes());
        long started = System.nanoTime();
        try {
            HttpReply reply = clock.inHost(() -> host.http(timed));
            record(call, reply.status(), started, Redirect.notFollowed(call, reply));
            inTime();
            if (reply.body().length > limits.responseBytes()) {
                throw end("LIMIT_RESPONSE", "an answer is longer than " + limits.responseBytes() + " bytes");
            }
            return reply;
        } catch (HttpFailure e) {
            record(call, null, started, e.getMessage());
            inTime();
            throw failed(e);
        } catch (InterruptedException e) {
            record(call, null, started, "interrupted");
            throw end(clock.cancelled() ? "CANCELLED" : "TIME", "the run ended");
        }
    }

    private HttpFailure failed(HttpFailure e) {
        return switch (e.kind()) {
            case RESPONSE_TOO_LARGE ->
                throw end("LIMIT_RESPONSE", "an answer is longer than " + limits.responseBytes() + " bytes");
            case NO_MOCK -> throw end("HTTP_NOT_MOCKED", e.getMessage());
            case REFUSED, DNS, CONNECT, TIMEOUT, TLS, PROTOCOL -> e;
        };
    }

    private void record(HttpCall call, @Nullable Integer status, long started, @Nullable String error) {
        long millis = (System.nanoTime() - started) / 1_000_000;
        host.called(new HttpRecord(
                masker.mask(call.method()), masker.mask(call.url()), status, millis, masker.mask(error)));
    }

    @Override
    public long waitedMillis() {
        return waitedMillis.get();
    }

    private void pause(long millis) {
        if (!time.waits()) {
            waitedMillis.addAndGet(millis);
            return;
        }
        if (millis >= clock.remainingMillis()) {
            millis = clock.remainingMillis();
        }
        long wait = millis;
        try {
            clock.inHost(() -> {
                Thread.sleep(wait);
                return wait;
            });
        } catch (InterruptedException | HttpFailure e) {
            throw end(clock.cancelled() ? "CANCELLED" : "TIME", "the run ended");
        }
    }

    @Override
    public void log(long epochMillis, String level, String message, Map<String, Object> fields) {
        // fields are counted too: a worker that was taken over must not fill the record through them
        logBytes += message.length() + fields.toString().length() + 32L;
        if (logBytes > 3L * limits.logBytes() + 1024) {
            throw end("LIMIT_LOG", "the log is longer than " + limits.logBytes() + " bytes");
        }
        host.log(new LogLine(Instant.ofEpochMilli(epochMillis), level, masker.mask(message), masker.mask(fields)));
    }

    @Override
    public void hide(String value) {
        // a worker that was taken over must not make the masking endless
        if (++hidden > MOST_HIDDEN || value.length() > LONGEST_HIDDEN) {
            throw end("LIMIT_LOG", "the script hid more than " + MOST_HIDDEN + " values");
        }
        masker.add(value);
    }

    @Override
    public IntegrationReply integration(String name, String operation, Map<String, Object> args) throws HttpFailure {
        if (++calls > limits.httpCalls()) {
            throw end("LIMIT_HTTP_CALLS", "the script sent more than " + limits.httpCalls() + " HTTP requests");
        }
        try {
            IntegrationReply reply = clock.inHost(() -> host.integration(name, operation, args));
            inTime();
            return reply;
        } catch (HttpFailure e) {
            inTime();
            throw failed(e);
        } catch (InterruptedException e) {
            throw end(clock.cancelled() ? "CANCELLED" : "TIME", "the run ended");
        }
    }

    /** An answer after the wall time is none, nor is a failure the script's to catch. */
    private void inTime() {
        if (clock.late()) {
            throw end("TIME", "the wall time is over");
        }
    }

    private Ended end(String code, String message) {
        if (ended == null) {
            ended = new Ended(code, message);
        }
        return ended;
    }
}
