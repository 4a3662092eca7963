import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class MemStringWriterSize implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + new StringWriter(1_000_000_000));
    }
}
