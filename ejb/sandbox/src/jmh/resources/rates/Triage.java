import io.countersign.script.*;
import java.util.*;
import java.util.stream.*;

public class Triage implements Workflow {
    enum Verdict {
        IGNORE,
        WATCH,
        BLOCK
    }

    record Hit(String source, int score, List<String> tags) {}

    private static final Map<String, Integer> WEIGHTS = Map.of("ransomware", 50, "lateral", 20, "scanner", 5);

    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        String ip = ctx.indicator().value();
        List<Hit> hits = new ArrayList<>();
        for (String source : List.of("edge", "mail", "dns")) {
            hits.add(new Hit(source, source.length() * 7, List.of("scanner", source)));
        }
        int total = 0;
        for (Hit hit : hits) {
            total += hit.score() + weight(hit.tags());
        }
        Verdict verdict = verdict(total, ctx.indicator().malice());
        Map<String, List<String>> bySource = hits.stream()
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .collect(Collectors.groupingBy(Hit::source, LinkedHashMap::new, Collectors.flatMapping(
                        h -> h.tags().stream(), Collectors.toList())));
        return switch (verdict) {
            case IGNORE -> WorkflowResult.ok("nothing to do for " + ip);
            case WATCH -> WorkflowResult.ok("watch " + ip, Map.of("score", total, "hits", bySource));
            case BLOCK -> block(ip, total, bySource);
        };
    }

    private WorkflowResult block(String ip, int total, Map<String, List<String>> hits) {
        StringBuilder reason = new StringBuilder("score ").append(total).append(':');
        hits.forEach((source, tags) -> reason.append(' ').append(source).append('=').append(String.join("+", tags)));
        return WorkflowResult.ok("block " + ip, Map.of("reason", reason.toString()));
    }

    private int weight(List<String> tags) {
        int sum = 0;
        for (String tag : tags) {
            sum += WEIGHTS.getOrDefault(tag, 1);
        }
        return sum;
    }

    private Verdict verdict(int total, String malice) {
        if ("benign".equals(malice) || total < 10) {
            return Verdict.IGNORE;
        }
        return total > 500 ? Verdict.BLOCK : Verdict.WATCH;
    }
}
