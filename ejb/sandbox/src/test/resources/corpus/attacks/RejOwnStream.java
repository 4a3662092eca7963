import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class RejOwnStream implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED");
    }

    static class Evil extends InputStream {
        public int read() {
            return 0;
        }
    }
}
