import io.countersign.script.*;
import java.util.*;

public class LongLoop implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
long h = 17; for (int i = 0; i < 30_000_000; i++) h = h * 31 + (i ^ (h >>> 7)); return WorkflowResult.ok(h == 0 ? "z" : "done");
    }
}
