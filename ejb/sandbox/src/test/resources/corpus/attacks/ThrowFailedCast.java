import io.countersign.script.*;
import java.util.*;

public class ThrowFailedCast implements Workflow {
    static class Mine {}

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Object mine = new Mine();
        return WorkflowResult.ok((String) mine);
    }
}
