import io.countersign.script.*;
import java.util.*;

public class ThrowErrorFromMessage implements Workflow {
    static class Spiteful extends RuntimeException {
        @Override
        public String getMessage() {
            throw new AssertionError("an Error, which no catch of Exception takes");
        }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        throw new Spiteful();
    }
}
