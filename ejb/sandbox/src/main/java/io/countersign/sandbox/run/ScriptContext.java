package io.countersign.sandbox.run;

import io.countersign.script.Http;
import io.countersign.script.HttpRequest;
import io.countersign.script.Indicator;
import io.countersign.script.Integrations;
import io.countersign.script.Log;
import io.countersign.script.Secrets;
import io.countersign.script.WorkflowContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a run is handed. */
final class ScriptContext implements WorkflowContext {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final RunInput input;
    private final Link link;
    private final Log log;
    private final Secrets secrets;
    private final Indicator indicator;
    private final Optional<Map<String, Object>> alert;
    private final Map<String, Object> parameters;

    ScriptContext(RunInput input, Link link) {
        this.input = input;
        this.link = link;
        ScriptLog lines = new ScriptLog(link);
        this.log = lines;
        this.secrets = new ScriptSecrets(input.secrets(), lines, link);
        this.indicator = new GivenIndicator(
                input.indicator().type(),
                input.indicator().value(),
                input.indicator().malice(),
                ReadOnly.map(input.indicator().enrichments()));
        this.alert = Optional.ofNullable(input.alert()).map(ReadOnly::map);
        this.parameters = ReadOnly.map(input.parameters());
    }

    @Override
    public Indicator indicator() {
        return indicator;
    }

    private record GivenIndicator(String type, String value, String malice, Map<String, Object> enrichments)
            implements Indicator {}

    @Override
    public Optional<Map<String, Object>> alert() {
        return alert;
    }

    @Override
    public Map<String, Object> parameters() {
        return parameters;
    }

    @Override
    public Http http() {
        return new Client();
    }

    private final class Client implements Http {
        @Override
        public HttpRequest get(String url) {
            return request("GET", url);
        }

        @Override
        public HttpRequest post(String url) {
            return request("POST", url);
        }

        @Override
        public HttpRequest put(String url) {
            return request("PUT", url);
        }

        @Override
        public HttpRequest patch(String url) {
            return request("PATCH", url);
        }

        @Override
        public HttpRequest delete(String url) {
            return request("DELETE", url);
        }

        @Override
        public HttpRequest head(String url) {
            return request("HEAD", url);
        }

        @Override
        public HttpRequest request(String method, String url) {
            if (method == null || url == null) {
                throw new IllegalArgumentException((method == null ? "method" : "url") + " must not be null");
            }
            return new ScriptRequest(link, method.toUpperCase(Locale.ROOT), url);
        }
    }

    @Override
    public Log log() {
        return log;
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    @Override
    public Integrations integrations() {
        return ScriptIntegrations.of(input.integrations(), link);
    }

    @Override
    public Clock clock() {
        return link.budget.clock();
    }

    @Override
    public String runId() {
        return input.runId();
    }

    @Override
    public void pause(Duration duration) {
        if (duration.isNegative() || duration.compareTo(LONGEST_PAUSE) > 0) {
            throw new IllegalArgumentException("pause must be between 0 and 60 seconds, not " + duration);
        }
        link.budget.look();
        if (!input.time().waits()) {
            link.waited(duration.toMillis());
            return;
        }
        long until = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = until - System.nanoTime()) {
            try {
                Thread.sleep(Math.min(20, left / 1_000_000), left < 1_000_000 ? (int) left : 0);
            } catch (InterruptedException e) {
                link.budget.look();
            }
            link.budget.look();
        }
    }
}
