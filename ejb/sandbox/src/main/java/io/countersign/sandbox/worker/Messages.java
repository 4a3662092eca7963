package io.countersign.sandbox.worker;

import io.countersign.sandbox.Finding;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunTime;
import io.countersign.sandbox.run.HostLink;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.source.Compilation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What frames hold, written and read side by side. */
final class Messages {
    private Messages() {}

    static FrameOut compiled(Compilation c) {
        FrameOut out = new FrameOut(FrameType.COMPILED).small(c.findings().size());
        c.findings()
                .forEach(f ->
                        out.small(f.line()).small(f.column()).text(f.code()).text(f.message()));
        return classes(out.text(c.mainClass()), c.classes());
    }

    static Compilation compiled(FrameIn in) throws WireException {
        List<Finding> findings = new ArrayList<>();
        for (int i = in.count(16); i > 0; i--) {
            findings.add(new Finding(in.small(), in.small(), in.text(), in.text()));
        }
        String mainClass = in.text();
        Map<String, byte[]> classes = classes(in);
        in.end();
        return findings.isEmpty() ? new Compilation(List.of(), mainClass, classes) : Compilation.refused(findings);
    }

    static FrameOut classes(FrameOut out, Map<String, byte[]> classes) {
        out.small(classes.size());
        classes.forEach((name, bytes) -> out.text(name).blob(bytes));
        return out;
    }

    static Map<String, byte[]> classes(FrameIn in) throws WireException {
        Map<String, byte[]> classes = new TreeMap<>();
        for (int i = in.count(8); i > 0; i--) {
            classes.put(in.text(), in.blob());
        }
        return classes;
    }

    static FrameOut run(String key, RunInput input) {
        IndicatorData i = input.indicator();
        Limits l = input.limits();
        FrameOut out = new FrameOut(FrameType.RUN).text(key).text(input.runId());
        out.text(i.type()).text(i.value()).maybe(i.malice()).plain(i.enrichments());
        out.plain(input.alert()).plain(input.parameters());
        out.small(input.secrets().size());
        input.secrets().forEach((k, v) -> out.text(k).text(v));
        out.small(input.integrations().size());
        input.integrations().forEach(out::text);
        out.number(l.wallMillis()).number(l.steps()).number(l.allocatedBytes()).small(l.depth());
        out.small(l.logBytes()).small(l.httpCalls()).small(l.responseBytes()).small(l.resultBytes());
        Instant startsAt = input.time().startsAt();
        return out.flag(input.time().waits()).maybe(startsAt == null ? null : startsAt.toString());
    }

    /** After the key. */
    @SuppressWarnings("unchecked")
    static RunInput run(FrameIn in) throws WireException {
        String runId = in.text();
        IndicatorData indicator = new IndicatorData(in.text(), in.text(), in.maybe(), in.plainMap());
        Map<String, Object> alert = (Map<String, Object>) in.plain();
        Map<String, Object> parameters = in.plainMap();
        Map<String, String> secrets = new LinkedHashMap<>();
        for (int i = in.count(8); i > 0; i--) {
            secrets.put(in.text(), in.text());
        }
        Set<String> integrations = new LinkedHashSet<>();
        for (int i = in.count(4); i > 0; i--) {
            integrations.add(in.text());
        }
        Limits limits = new Limits(
                in.number(), in.number(), in.number(), in.small(), in.small(), in.small(), in.small(), in.small());
        boolean waits = in.flag();
        String startsAt = in.maybe();
        in.end();
        RunTime time = new RunTime(waits, startsAt == null ? null : Instant.parse(startsAt));
        return new RunInput(runId, indicator, alert, parameters, secrets, integrations, limits, time);
    }

    static FrameOut done(RunResult r) {
        FrameOut out = new FrameOut(FrameType.DONE)
                .small(r.kind().ordinal())
                .text(r.code())
                .text(r.message())
                .plain(r.data())
                .small(r.line());
        return out.number(r.spent().millis())
                .number(r.spent().steps())
                .number(r.spent().allocatedBytes())
                .flag(r.harmful());
    }

    static RunResult done(FrameIn in) throws WireException {
        int kind = in.small();
        if (kind < 0 || kind >= RunResult.Kind.values().length) {
            throw new WireException("an end of an unknown kind");
        }
        RunResult result = new RunResult(
                RunResult.Kind.values()[kind],
                in.text(),
                in.text(),
                in.plainMap(),
                Math.max(0, in.small()),
                new RunOutcome.Spent(in.number(), in.number(), in.number()),
                in.flag());
        in.end();
        return result;
    }

    static FrameOut ask(HostLink.OutgoingRequest a) {
        FrameOut out = new FrameOut(FrameType.HTTP)
                .text(a.method())
                .text(a.url())
                .small(a.headers().size());
        a.headers().forEach(h -> out.text(h.getKey()).text(h.getValue()));
        return out.blob(a.body())
                .flag(a.hasBody())
                .number(a.timeoutMillis())
                .small(a.retries())
                .flag(a.followsRedirects());
    }

    static HostLink.OutgoingRequest ask(FrameIn in) throws WireException {
        String method = in.text();
        String url = in.text();
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (int i = in.count(8); i > 0; i--) {
            headers.add(Map.entry(in.text(), in.text()));
        }
        byte[] body = in.blob();
        boolean hasBody = in.flag();
        long timeout = Math.max(1, Math.min(3_600_000, in.number()));
        int retries = Math.max(0, Math.min(10, in.small()));
        boolean followsRedirects = in.flag();
        in.end();
        return new HostLink.OutgoingRequest(method, url, headers, body, hasBody, timeout, retries, followsRedirects);
    }

    static FrameOut reply(HttpReply r) {
        FrameOut out = new FrameOut(FrameType.REPLY)
                .small(r.status())
                .small(r.headers().size());
        r.headers().forEach((name, values) -> {
            out.text(name).small(values.size());
            values.forEach(out::text);
        });
        return out.blob(r.body()).text(r.url());
    }

    static HttpReply reply(FrameIn in) throws WireException {
        int status = in.small();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = in.count(8); i > 0; i--) {
            String name = in.text();
            List<String> values = new ArrayList<>();
            for (int n = in.count(4); n > 0; n--) {
                values.add(in.text());
            }
            headers.put(name, values);
        }
        return new HttpReply(status, headers, in.blob(), in.text());
    }

    static FrameOut failure(HttpFailure f) {
        return new FrameOut(FrameType.FAILURE).small(f.kind().ordinal()).text(f.getMessage());
    }

    static HttpFailure failure(FrameIn in) throws WireException {
        return new HttpFailure(HttpFailure.Kind.values()[in.small()], in.text());
    }

    static FrameOut performed(IntegrationReply r) {
        return new FrameOut(FrameType.PERFORMED)
                .flag(r.success())
                .text(r.message())
                .plain(r.data());
    }

    static IntegrationReply performed(FrameIn in) throws WireException {
        return new IntegrationReply(in.flag(), in.text(), in.plainMap());
    }
}
