import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class RejExternalizable implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED");
    }

    static class Evil implements Externalizable {
        public void readExternal(ObjectInput in) {}

        public void writeExternal(ObjectOutput out) {}
    }
}
