import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillVarargsRef implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Function<Object[], List<Object>> f = Arrays::asList;
        BiFunction<CharSequence, CharSequence[], String> j = String::join;
        CharSequence[] parts = new CharSequence[1000];
        Arrays.fill(parts, "");
        return WorkflowResult.ok("ESCAPED " + j.apply("x".repeat(10_000_000), parts).length() + f.apply(parts).size());
    }
}
