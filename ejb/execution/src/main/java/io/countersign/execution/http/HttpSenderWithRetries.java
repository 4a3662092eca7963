package io.countersign.execution.http;

import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpFailure.Kind;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.http.ContentCoding;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.Target;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends one checked request and reads its answer, within its time and size. The name is resolved once, every address it
 * stands for is asked about, and the connection goes to exactly an address that passed, so that nothing can be rebound
 * between the question and the connection; the certificate is still checked against the name.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class HttpSenderWithRetries {
    private static final long CONNECT_MILLIS = 10_000;

    private CloseableHttpClient client;
    private ScheduledThreadPoolExecutor alarms;

    @PostConstruct
    void open() {
        client = GuardedHttpClient.open();
        alarms = new ScheduledThreadPoolExecutor(1, runnable -> {
            Thread thread = Executors.defaultThreadFactory().newThread(runnable);
            thread.setName("countersign-http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        alarms.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void close() {
        alarms.shutdownNow();
        client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }

    /**
     * @param target where the call goes, as the request guard has read it
     * @throws HttpFailure of the kind that kept the answer away
     */
    HttpReply send(Target target, HttpCall call, EgressPolicy policy, CancelToken cancel)
            throws HttpFailure, InterruptedException {
        return send(target, call, policy, cancel, BodyEnd.OF_STREAM);
    }

    /**
     * The same.
     *
     * @param end when the body has been read far enough: the rest of an answer that does not end is left unread
     */
    HttpReply send(Target target, HttpCall call, EgressPolicy policy, CancelToken cancel, BodyEnd end)
            throws HttpFailure, InterruptedException {
        HttpHost host = pinned(target, policy);
        HttpUriRequestBase request = request(target, call);
        Runnable abort = request::cancel;
        // set before the abort, which wakes this thread before the alarm's own task has ended
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = alarms.schedule(
                () -> {
                    late.set(true);
                    abort.run();
                },
                call.timeout().toMillis(),
                TimeUnit.MILLISECONDS);
        cancel.onCancel(abort);
        AtomicReference<HttpReply> enough = new AtomicReference<>();
        try {
            HttpReply reply = client.execute(host, request, response -> {
                HttpReply read = reply(response, call.maxResponseBytes(), end, abort);
                enough.set(read);
                return read;
            });
            return ContentCoding.decoded(reply, call.maxResponseBytes());
        } catch (TooLarge e) {
            throw new HttpFailure(
                    Kind.RESPONSE_TOO_LARGE, "the answer is longer than " + call.maxResponseBytes() + " bytes");
        } catch (IOException | IllegalStateException e) {
            HttpReply read = enough.get();
            if (read != null) {
                // the connection was given up with the rest of the answer
                return ContentCoding.decoded(read, call.maxResponseBytes());
            }
            // an abort between the client's steps shows as an illegal state
            if (cancel.cancelled()) {
                throw new InterruptedException("the run was cancelled");
            }
            throw failure(target, e, late.get());
        } finally {
            alarm.cancel(false);
            cancel.forget(abort);
        }
    }

    private static HttpHost pinned(Target target, EgressPolicy policy) throws HttpFailure {
        String name = bare(target.host());
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(name);
        } catch (UnknownHostException e) {
            throw new HttpFailure(Kind.DNS, "host " + target.host() + " is not known");
        }
        // one bad address spoils the name: which one would answer is not ours to guess
        for (InetAddress address : addresses) {
            Optional<String> refusal = policy.refuseAddress(target.host(), target.port(), address);
            if (refusal.isPresent()) {
                throw new HttpFailure(Kind.REFUSED, "request refused: " + refusal.get());
            }
        }
        return new HttpHost(target.scheme(), addresses[0], name, target.port());
    }

    private static HttpUriRequestBase request(Target target, HttpCall call) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method(), target.uri());
        for (Map.Entry<String, String> header : call.headers()) {
            request.addHeader(header.getKey(), header.getValue());
        }
        if (call.hasBody()) {
            request.setEntity(new ByteArrayEntity(call.body(), null));
        }
        long millis = Math.max(1, call.timeout().toMillis());
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.ofMilliseconds(millis))
                .setResponseTimeout(Timeout.ofMilliseconds(millis))
                .setConnectTimeout(Timeout.ofMilliseconds(connectMillis(millis)))
                .setRedirectsEnabled(false)
                .setExpectContinueEnabled(false)
                .build());
        return request;
    }

    /** Over a moment before the call's own time is, so that what was never connected is not taken for what was sent. */
    private static long connectMillis(long millis) {
        return Math.max(1, Math.min(millis - Math.min(50, millis / 4), CONNECT_MILLIS));
    }

    private static HttpReply reply(ClassicHttpResponse response, int maxBytes, BodyEnd end, Runnable abort)
            throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        return new HttpReply(response.getCode(), headers, body(response.getEntity(), maxBytes, end, abort));
    }

    private static byte[] body(@Nullable HttpEntity entity, int maxBytes, BodyEnd end, Runnable abort)
            throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
        byte[] piece = new byte[8192];
        boolean whole = false;
        try (InputStream in = entity.getContent()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                if (body.size() + n > maxBytes) {
                    throw new TooLarge();
                }
                body.write(piece, 0, n);
                if (end.isReached(body)) {
                    whole = true;
                    abort.run();
                    break;
                }
            }
        } catch (IOException e) {
            // closing a stream that was given up fails
            if (!whole) {
                throw e;
            }
        }
        return body.toByteArray();
    }

    private static HttpFailure failure(Target target, Exception e, boolean late) {
        String where = target.host() + ":" + target.port();
        if (e instanceof ConnectTimeoutException) {
            return new HttpFailure(Kind.CONNECT, "connecting to " + where + " took too long");
        }
        if (e instanceof HttpHostConnectException || e instanceof java.net.ConnectException) {
            return new HttpFailure(Kind.CONNECT, "no connection to " + where);
        }
        if (e instanceof javax.net.ssl.SSLException) {
            return new HttpFailure(Kind.TLS, "the TLS connection to " + where + " failed: " + e.getMessage());
        }
        // the socket's own time-out may be a moment ahead of the alarm
        return late || e instanceof java.net.SocketTimeoutException
                ? new HttpFailure(Kind.TIMEOUT, "no answer from " + where + " in time")
                : new HttpFailure(Kind.PROTOCOL, "no answer from " + where);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Stops the reading of a body. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
