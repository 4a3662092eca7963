import io.countersign.script.*;

public class MemEmptyRows implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        long[][] rows = new long[200_000_000][0];
        return WorkflowResult.ok("ESCAPED " + rows.length);
    }
}
