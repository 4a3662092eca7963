package io.countersign.execution.worker;

import io.countersign.execution.run.QueuedRun;
import io.countersign.execution.run.RunHost;
import io.countersign.kernel.CanonicalJson;
import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpRecord;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunOutcome.Spent;
import io.countersign.sandbox.http.Redirect;
import io.countersign.sandbox.secrets.Masker;
import io.countersign.workflows.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The one call that an {@code http_endpoint} workflow is: JSON out, success by 2xx, secrets masked in all that is kept. */
public final class EndpointCall {
    /** A call may take a little longer than its run: then what comes back is late, whatever it is. */
    private static final long LATE_MILLIS = 50;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");
    /** So much of the answer is kept in the result. */
    private static final int ANSWER_KEPT = 100_000;

    private final Endpoint endpoint;
    private final Map<String, String> secrets;
    private final Map<String, Object> body;
    private final RunHost host;
    private final CancelToken cancel;
    private final Masker masker;
    private @Nullable String notFollowed;

    public EndpointCall(
            Endpoint endpoint,
            Map<String, String> secrets,
            Map<String, Object> body,
            RunHost host,
            CancelToken cancel) {
        this.endpoint = endpoint;
        this.secrets = secrets;
        this.body = body;
        this.host = host;
        this.cancel = cancel;
        this.masker = Masker.of(secrets.values());
    }

    /** What the endpoint is told. */
    static Map<String, Object> body(QueuedRun job) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("alert", job.arguments().get("alert"));
        body.put("indicator", job.arguments().get("indicator"));
        body.put("parameters", job.arguments().get("parameters"));
        body.put("alert_uuid", job.arguments().get("alert_uuid"));
        body.put("run_uuid", job.uuid().toString());
        body.put("workflow", Map.of("uuid", job.workflow().toString(), "name", job.workflowName()));
        body.put("trigger_type", job.triggerType());
        body.put("reason", job.triggerContext().get("reason"));
        body.put("confidence", job.triggerContext().get("confidence"));
        return body;
    }

    public RunOutcome run(long millisLeft) {
        long started = System.nanoTime();
        try {
            for (String secret : new TreeMap<>(endpoint.secretHeaders()).values()) {
                if (!secrets.containsKey(secret)) {
                    return failed(
                            null,
                            "secret " + secret + " is not set or not granted to this workflow: set SECRET_" + secret
                                    + " on the server and list " + secret + " in the workflow's allowed_secrets",
                            Map.of(),
                            started);
                }
            }
            HttpReply reply = followed(call(millisLeft), started + millisLeft * 1_000_000);
            return spentNanos(started) >= millisLeft * 1_000_000
                    ? new RunOutcome.TimedOut(millisLeft, spent(started))
                    : answered(reply, started);
        } catch (HttpFailure e) {
            return spentNanos(started) >= millisLeft * 1_000_000
                    ? new RunOutcome.TimedOut(millisLeft, spent(started))
                    : failed(
                            e.kind() == HttpFailure.Kind.NO_MOCK ? "HTTP_NOT_MOCKED" : null,
                            masker.mask(e.getMessage()),
                            Map.of(),
                            started);
        } catch (InterruptedException e) {
            return cancel.cancelled()
                    ? new RunOutcome.Cancelled(spent(started))
                    : new RunOutcome.Errored("the call was interrupted", spent(started));
        }
    }

    private HttpCall call(long millisLeft) {
        List<Map.Entry<String, String>> headers =
                new ArrayList<>(endpoint.headers().entrySet());
        endpoint.secretHeaders()
                .forEach((name, secret) -> headers.add(Map.entry(name, secrets.getOrDefault(secret, ""))));
        boolean hasBody = !WITHOUT_BODY.contains(endpoint.method());
        if (hasBody && headers.stream().noneMatch(h -> h.getKey().equalsIgnoreCase("Content-Type"))) {
            headers.add(Map.entry("Content-Type", "application/json"));
        }
        byte[] bytes = hasBody ? CanonicalJson.of(body).getBytes(StandardCharsets.UTF_8) : new byte[0];
        return new HttpCall(
                endpoint.method(),
                endpoint.url(),
                headers,
                bytes,
                hasBody,
                Duration.ofMillis(millisLeft + LATE_MILLIS),
                Limits.DEFAULT.responseBytes());
    }

    private HttpReply followed(HttpCall first, long deadline) throws HttpFailure, InterruptedException {
        return Redirect.<InterruptedException>follow(first, call -> recorded(within(call, deadline)), masker::finds);
    }

    private static HttpCall within(HttpCall call, long deadline) {
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        return new HttpCall(
                call.method(),
                call.url(),
                call.headers(),
                call.body(),
                call.hasBody(),
                Duration.ofMillis(left + LATE_MILLIS),
                call.maxResponseBytes());
    }

    private HttpReply recorded(HttpCall call) throws HttpFailure, InterruptedException {
        long started = System.nanoTime();
        Integer status = null;
        String error = "interrupted";
        try {
            HttpReply reply = host.http(call);
            status = reply.status();
            notFollowed = Redirect.notFollowed(call, reply);
            error = notFollowed;
            return reply;
        } catch (HttpFailure e) {
            error = masker.mask(e.getMessage());
            throw e;
        } finally {
            long millis = spentNanos(started) / 1_000_000;
            host.called(new HttpRecord(call.method(), masker.mask(call.url()), status, millis, error));
        }
    }

    private RunOutcome answered(HttpReply reply, long started) {
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("status", reply.status());
        data.put("body", kept(text));
        Map<String, Object> masked = masker.mask(data);
        String message = endpoint.method() + " " + masker.mask(endpoint.url()) + " answered " + reply.status()
                + (notFollowed == null ? "" : "; " + notFollowed);
        return reply.status() >= 200 && reply.status() < 300
                ? new RunOutcome.Succeeded(message, masked, spent(started))
                : failed(null, message, masked, started);
    }

    private static Object kept(String text) {
        if (text.length() > ANSWER_KEPT) {
            return text.substring(0, ANSWER_KEPT);
        }
        try {
            Object json = CanonicalJson.parse(text);
            return json == null ? text : json;
        } catch (IllegalArgumentException noJson) {
            return text;
        }
    }

    private static RunOutcome failed(@Nullable String code, String message, Map<String, Object> data, long started) {
        return new RunOutcome.Failed(code, message, data, 0, spent(started));
    }

    private static long spentNanos(long started) {
        return System.nanoTime() - started;
    }

    private static Spent spent(long started) {
        return new Spent(spentNanos(started) / 1_000_000, 0, 0);
    }
}
