package io.countersign.sandbox.cli;

import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.RunSpec;
import io.countersign.sandbox.RunTime;
import io.countersign.sandbox.json.SandboxJson;
import io.countersign.sandbox.mocks.CaseClock;
import io.countersign.sandbox.mocks.Fields;
import io.countersign.sandbox.mocks.Mock;
import io.countersign.sandbox.mocks.Mocks;
import io.countersign.sandbox.mocks.StandIns;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@code NAME.case.json}: a script, what it is given, what answers it, what is expected. */
public final class CaseFile {
    private static final String SUFFIX = ".case.json";
    private static final List<String> FIELDS = List.of(
            "script",
            "indicator",
            "alert",
            "parameters",
            "secrets",
            "limits",
            "http",
            "mock_http_responses",
            "mock_responses",
            "integrations",
            "clock",
            "expect");

    private final Path file;
    private final String source;
    private final Fields fields;
    private final IndicatorData indicator;
    private final Limits limits;
    private final Map<String, String> secrets;
    private final List<Mock> mocks;
    private final StandIns standIns;
    private final RunTime time;
    private final Expectation expectation;

    private CaseFile(Path file) {
        this.file = file;
        this.fields = Fields.of(json(file), "", FIELDS);
        String script = fields.text("script");
        if (script == null) {
            throw fields.wrong("script", "the name of a script beside the case");
        }
        try {
            this.source = TextFile.read(file.resolveSibling(script));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("field script: " + e.getMessage(), e);
        }
        this.indicator = indicator(fields);
        this.limits = limits(fields);
        this.secrets = secrets(fields);
        fields.object("alert");
        fields.object("parameters");
        this.mocks = Mocks.of(fields.raw("http"), fields.raw("mock_http_responses"), fields.raw("mock_responses"));
        this.standIns = StandIns.of(fields.raw("integrations"));
        this.time = CaseClock.of(fields.text("clock"));
        this.expectation = fields.raw("expect") == null ? Expectation.NONE : Expectation.read(fields.raw("expect"));
    }

    /**
     * Reads a case.
     *
     * @throws IllegalArgumentException if it cannot be used; the message names the field
     */
    public static CaseFile read(Path file) {
        return new CaseFile(file);
    }

    private static Object json(Path file) {
        return SandboxJson.read(TextFile.read(file));
    }

    static boolean isCase(Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    /** The file's name without {@code .case.json}. */
    public String name() {
        String full = file.getFileName().toString();
        return full.endsWith(SUFFIX) ? full.substring(0, full.length() - SUFFIX.length()) : full;
    }

    String source() {
        return source;
    }

    List<Mock> mocks() {
        return mocks;
    }

    StandIns standIns() {
        return standIns;
    }

    /** What is expected of the outcome. */
    public Expectation expectation() {
        return expectation;
    }

    /** The run that it asks for. */
    public RunSpec spec() {
        Map<String, Object> parameters = fields.object("parameters");
        return new RunSpec(
                source,
                "case-" + name(),
                indicator,
                fields.object("alert"),
                parameters == null ? Map.of() : parameters,
                secrets,
                standIns.names(),
                limits,
                new CancelToken(),
                time);
    }

    private static IndicatorData indicator(Fields fields) {
        if (fields.raw("indicator") == null) {
            return IndicatorData.of("ip", "203.0.113.1");
        }
        Fields f = Fields.of(fields.raw("indicator"), "indicator", List.of("type", "value", "malice", "enrichments"));
        if (f.text("type") == null || f.text("value") == null) {
            throw f.wrong(f.text("type") == null ? "type" : "value", "a string");
        }
        Map<String, Object> enrichments = f.object("enrichments");
        return new IndicatorData(
                f.text("type"), f.text("value"), f.text("malice"), enrichments == null ? Map.of() : enrichments);
    }

    private static Limits limits(Fields fields) {
        if (fields.raw("limits") == null) {
            return Limits.DEFAULT;
        }
        Fields f = Fields.of(
                fields.raw("limits"),
                "limits",
                List.of(
                        "wall_ms",
                        "steps",
                        "allocated_bytes",
                        "depth",
                        "log_bytes",
                        "http_calls",
                        "response_bytes",
                        "result_bytes"));
        Limits d = Limits.DEFAULT;
        return new Limits(
                        f.whole("wall_ms", d.wallMillis(), 1, Long.MAX_VALUE),
                        f.whole("steps", d.steps(), 1, Long.MAX_VALUE),
                        f.whole("allocated_bytes", d.allocatedBytes(), 1, Long.MAX_VALUE),
                        whole(f, "depth", d.depth()),
                        whole(f, "log_bytes", d.logBytes()),
                        whole(f, "http_calls", d.httpCalls()),
                        whole(f, "response_bytes", d.responseBytes()),
                        whole(f, "result_bytes", d.resultBytes()))
                .within(Limits.MAXIMUM);
    }

    private static int whole(Fields f, String name, int fallback) {
        return (int) Math.min(Integer.MAX_VALUE, f.whole(name, fallback, 1, Long.MAX_VALUE));
    }

    private static Map<String, String> secrets(Fields fields) {
        Map<String, String> secrets = new LinkedHashMap<>();
        Map<String, Object> given = fields.object("secrets");
        if (given != null) {
            given.forEach((name, value) -> {
                if (!(value instanceof String text)) {
                    throw fields.wrong("secrets." + name, "a string");
                }
                secrets.put(name, text);
            });
        }
        return secrets;
    }
}
