import io.countersign.script.*;
import java.util.*;

public class ThrowErrorFromCause implements Workflow {
    static class Spiteful extends RuntimeException {
        Spiteful() {
            super("no frames, so the line is looked for in the cause", null, false, false);
        }

        @Override
        public Throwable getCause() {
            throw new Error("no cause either");
        }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        throw new Spiteful();
    }
}
