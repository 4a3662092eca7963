import io.countersign.script.*;
import java.util.*;

public class RandomOwn implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED");
    }

    static class Evil extends Random {
        protected int next(int bits) {
            for (;;) {}
        }
    }
}
