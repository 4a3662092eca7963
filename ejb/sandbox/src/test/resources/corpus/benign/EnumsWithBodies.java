import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class EnumsWithBodies implements Workflow {
    enum Severity {
        LOW(1) { @Override String act(String who) { return "log"; } },
        HIGH(9) { @Override String act(String who) { return "page:" + who; } };
        private static final Map<Integer, Severity> BY_SCORE = Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(s -> s.score, Function.identity()));
        final int score;
        Severity(int score) { this.score = score; }
        abstract String act(String who);
        static Optional<Severity> of(int score) { return Optional.ofNullable(BY_SCORE.get(score)); }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        EnumMap<Severity, String> acts = new EnumMap<>(Severity.class);
        for (Severity s : Severity.values()) {
            acts.put(s, s.act("soc"));
        }
        EnumSet<Severity> flags = EnumSet.complementOf(EnumSet.of(Severity.LOW));
        Map<String, Object> out = new LinkedHashMap<>();
        acts.forEach((k, v) -> out.put(k.name(), v));
        out.put("order", Severity.LOW.compareTo(Severity.HIGH) < 0 ? "LOW<HIGH" : "?");
        out.put("byName", Severity.of(9).map(Enum::name).orElseThrow());
        out.put("flags", flags);
        return WorkflowResult.ok("ok", out);
    }
}
