import io.countersign.script.*;

public class MemManyDimensions implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        byte[][][][] cube = new byte[300][300][300][300];
        return WorkflowResult.ok("ESCAPED " + cube.length);
    }
}
