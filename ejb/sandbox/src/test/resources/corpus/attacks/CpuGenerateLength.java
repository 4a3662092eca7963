import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuGenerateLength implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String s = "abc";
        return WorkflowResult.ok("ESCAPED " + Stream.generate(s::length).anyMatch(Predicate.isEqual(7)));
    }
}
