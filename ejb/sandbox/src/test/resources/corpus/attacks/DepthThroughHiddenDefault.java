import io.countersign.script.*;

public class DepthThroughHiddenDefault implements Workflow {
    interface Told {
        default String getLocalizedMessage() {
            return "told";
        }

        default String getMessage() {
            return "told";
        }
    }

    static final class Echo extends RuntimeException implements Told {
        @Override
        public String getMessage() {
            return ask(this);
        }
    }

    static String ask(Told told) {
        return told.getLocalizedMessage().trim();
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        return WorkflowResult.ok("ESCAPED " + ask(new Echo()));
    }
}
