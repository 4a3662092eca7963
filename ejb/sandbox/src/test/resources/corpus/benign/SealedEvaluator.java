import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class SealedEvaluator implements Workflow {
    sealed interface Rule permits And, Not, Is, Above {
        boolean test(Map<String, Object> facts);
        default Rule and(Rule other) { return new And(List.of(this, other)); }
        static Rule not(Rule r) { return new Not(r); }
    }
    record And(List<Rule> all) implements Rule {
        And { all = List.copyOf(all); }
        public boolean test(Map<String, Object> f) { return all.stream().allMatch(r -> r.test(f)); }
    }
    record Not(Rule r) implements Rule {
        public boolean test(Map<String, Object> f) { return !r.test(f); }
    }
    record Is(String k, Object v) implements Rule {
        public boolean test(Map<String, Object> f) { return Objects.equals(f.get(k), v); }
    }
    record Above(String k, double v) implements Rule {
        public boolean test(Map<String, Object> f) { return f.get(k) instanceof Number n && n.doubleValue() > v; }
    }
    static String show(Rule r) {
        if (r instanceof And a) {
            return a.all().stream().map(SealedEvaluator::show).collect(Collectors.joining(" and ", "(", ")"));
        } else if (r instanceof Not n) {
            return "not (" + show(n.r()) + ")";
        } else if (r instanceof Is i) {
            return i.k() + " = " + i.v();
        } else if (r instanceof Above a) {
            return a.k() + " > " + (int) a.v();
        }
        throw new AssertionError(r);
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Rule rule = new Is("ip", ctx.indicator().value()).and(Rule.not(new Above("risk", 70)));
        return WorkflowResult.ok(show(rule) + " -> " + rule.test(Map.of("ip", "203.0.113.9", "risk", 12)));
    }
}
