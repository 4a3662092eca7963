import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuAndThen implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Function<Integer, Integer> f = x -> x;
        for (int i = 0; i < 5_000_000; i++) { f = f.andThen(Function.identity()); }
        return WorkflowResult.ok("ESCAPED " + f.apply(1));
    }
}
