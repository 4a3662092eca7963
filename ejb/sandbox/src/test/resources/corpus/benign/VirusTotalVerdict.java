import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class VirusTotalVerdict implements Workflow {
    enum Verdict { CLEAN, SUSPICIOUS, MALICIOUS; static Verdict of(double r) { return r > 0.1 ? MALICIOUS : r > 0.02 ? SUSPICIOUS : CLEAN; } }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        var attributes = ctx.http().get("https://www.virustotal.com/api/v3/ip_addresses/" + ctx.indicator().value()).send().json().asJsonObject().getJsonObject("data").getJsonObject("attributes");
        var stats = attributes.getJsonObject("last_analysis_stats");
        int total = stats.values().stream().mapToInt(v -> ((jakarta.json.JsonNumber) v).intValue()).sum();
        double ratio = (stats.getInt("malicious") + stats.getInt("suspicious", 0)) / (double) total;
        var seen = java.time.Instant.ofEpochSecond(attributes.getJsonNumber("last_modification_date").longValueExact()).atZone(java.time.ZoneOffset.UTC).toLocalDate();
        return WorkflowResult.ok("ok", Map.of("verdict", Verdict.of(ratio), "ratio", String.format(Locale.ROOT, "%.1f%%", ratio * 100), "seen", seen));
    }
}
