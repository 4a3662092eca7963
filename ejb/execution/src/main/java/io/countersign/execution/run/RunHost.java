package io.countersign.execution.run;

import io.countersign.execution.Run;
import io.countersign.execution.http.HttpExchange;
import io.countersign.execution.integration.IntegrationCalls;
import io.countersign.sandbox.Host;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpRecord;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.LogLine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The world as one run sees it, through all of its attempts: sends, logs, records, and remembers what may have acted. */
public final class RunHost implements Host {
    private final CallEnvelope envelope;
    private final HttpExchange exchange;
    private final IntegrationCalls integrations;
    private final Consumer<Run.LogLine> onLog;
    private final Consumer<Run.CallLine> onCall;
    private final List<Run.LogLine> log = new ArrayList<>();
    private final List<Run.CallLine> calls = new ArrayList<>();
    private final Set<String> noted = new HashSet<>();
    private boolean mayHaveActed;

    public RunHost(
            CallEnvelope envelope,
            HttpExchange exchange,
            IntegrationCalls integrations,
            Consumer<Run.LogLine> onLog,
            Consumer<Run.CallLine> onCall) {
        this.envelope = envelope;
        this.exchange = exchange;
        this.integrations = integrations;
        this.onLog = onLog;
        this.onCall = onCall;
    }

    @Override
    public HttpReply http(HttpCall call) throws HttpFailure, InterruptedException {
        envelope.check(call);
        return watched(exchange, call);
    }

    private HttpReply watched(HttpExchange through, HttpCall call) throws HttpFailure, InterruptedException {
        boolean harmless = call.method().equals("GET") || call.method().equals("HEAD");
        try {
            HttpReply reply = through.send(call);
            mayHaveActed |= !harmless;
            return reply;
        } catch (HttpFailure e) {
            mayHaveActed |= e.kind().mayHaveActed() && !harmless;
            throw e;
        } catch (InterruptedException e) {
            mayHaveActed |= !harmless;
            throw e;
        }
    }

    @Override
    public void log(LogLine line) {
        Run.LogLine kept = new Run.LogLine(line.at(), line.level(), line.message(), line.fields());
        log.add(kept);
        onLog.accept(kept);
    }

    @Override
    public void called(HttpRecord record) {
        keep(record);
        if (!envelope.shows(record.method(), record.url())) {
            notShown(record.method() + " " + record.url());
        }
    }

    private void notShown(String call) {
        if (!noted.add(call)) {
            return;
        }
        log(new LogLine(
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                "warn",
                "This call is not among those that were shown before the run: " + call,
                Map.of()));
    }

    private void keep(HttpRecord record) {
        Run.CallLine kept = new Run.CallLine(
                record.method(), record.url(), record.status(), record.durationMillis(), record.error());
        calls.add(kept);
        onCall.accept(kept);
    }

    @Override
    public IntegrationReply integration(String name, String operation, Map<String, Object> args)
            throws HttpFailure, InterruptedException {
        envelope.check(name, operation);
        if (!envelope.showsOperation(name, operation)) {
            notShown(name + "." + operation);
        }
        return integrations.perform(name, operation, args, (through, call) -> recorded(through, call));
    }

    /** Integrations' calls are recorded here; a script's are recorded by the sandbox, masked. */
    private HttpReply recorded(HttpExchange through, HttpCall call) throws HttpFailure, InterruptedException {
        long started = System.nanoTime();
        Integer status = null;
        String error = null;
        try {
            HttpReply reply = watched(through, call);
            status = reply.status();
            return reply;
        } catch (HttpFailure e) {
            error = e.getMessage();
            throw e;
        } finally {
            long millis = (System.nanoTime() - started) / 1_000_000;
            keep(new HttpRecord(call.method(), call.url(), status, millis, error));
        }
    }

    /** Forgets what the last attempt did; its log and calls stay. */
    public void nextAttempt() {
        mayHaveActed = false;
    }

    /** Whether this attempt sent anything but GET and HEAD. */
    public boolean mayHaveActed() {
        return mayHaveActed;
    }

    public List<Run.LogLine> log() {
        return log;
    }

    public List<Run.CallLine> calls() {
        return calls;
    }
}
