import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemDeque implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + new ArrayDeque<Integer>(Integer.MAX_VALUE - 8).size() + new ArrayList<Integer>(Integer.MAX_VALUE - 8).size());
    }
}
