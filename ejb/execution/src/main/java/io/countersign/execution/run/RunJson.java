package io.countersign.execution.run;

import io.countersign.execution.Run;
import io.countersign.kernel.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a run that are stored as JSON. */
public final class RunJson {
    /** What a column takes; what is longer loses lines from its middle, and says so. */
    private static final int COLUMN_MAX = 1_000_000;

    private RunJson() {}

    static Map<String, Object> json(Run.LogLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ts", line.ts().toString());
        json.put("level", line.level());
        json.put("message", line.message());
        json.put("fields", line.fields());
        return json;
    }

    static Map<String, Object> json(Run.CallLine call) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("method", call.method());
        json.put("url", call.url());
        json.put("status", call.status());
        json.put("duration_ms", call.durationMs());
        json.put("error", call.error());
        return json;
    }

    static String log(List<Run.LogLine> log) {
        String json = CanonicalJson.of(log.stream().map(RunJson::json).toList());
        if (json.length() <= COLUMN_MAX || log.size() < 4) {
            return json.length() <= COLUMN_MAX ? json : "[]";
        }
        List<Run.LogLine> shorter = new ArrayList<>(log.subList(0, log.size() / 4));
        List<Run.LogLine> tail = log.subList(log.size() - log.size() / 4, log.size());
        int left = log.size() - shorter.size() - tail.size();
        shorter.add(new Run.LogLine(
                tail.get(0).ts(), "warn", left + " lines are left out here, the log is too long to keep", Map.of()));
        shorter.addAll(tail);
        return log(shorter);
    }

    static String calls(List<Run.CallLine> calls) {
        String json = CanonicalJson.of(calls.stream().map(RunJson::json).toList());
        return json.length() <= COLUMN_MAX ? json : calls(calls.subList(0, calls.size() / 2));
    }

    static @Nullable String object(@Nullable Map<String, Object> object) {
        return object == null ? null : CanonicalJson.of(object);
    }

    static @Nullable Map<String, Object> object(@Nullable String json) {
        return json == null ? null : CanonicalJson.parseObject(json);
    }

    static List<Run.LogLine> logLines(@Nullable String json) {
        List<Run.LogLine> lines = new ArrayList<>();
        for (Map<?, ?> line : objects(json)) {
            lines.add(new Run.LogLine(
                    Instant.parse(String.valueOf(line.get("ts"))),
                    String.valueOf(line.get("level")),
                    String.valueOf(line.get("message")),
                    plain(line.get("fields"))));
        }
        return lines;
    }

    static List<Run.CallLine> callLines(@Nullable String json) {
        List<Run.CallLine> calls = new ArrayList<>();
        for (Map<?, ?> call : objects(json)) {
            calls.add(new Run.CallLine(
                    String.valueOf(call.get("method")),
                    String.valueOf(call.get("url")),
                    call.get("status") instanceof Number status ? Integer.valueOf(status.intValue()) : null,
                    call.get("duration_ms") instanceof Number millis ? millis.longValue() : 0,
                    call.get("error") instanceof String error ? error : null));
        }
        return calls;
    }

    public static Map<String, Object> plain(@Nullable Object value) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, one) -> plain.put(String.valueOf(name), one));
        }
        return plain;
    }

    private static List<Map<?, ?>> objects(@Nullable String json) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (json != null && CanonicalJson.parse(json) instanceof List<?> list) {
            list.forEach(one -> objects.add((Map<?, ?>) one));
        }
        return objects;
    }
}
