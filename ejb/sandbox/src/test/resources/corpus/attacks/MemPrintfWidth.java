import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class MemPrintfWidth implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        new PrintWriter(new StringWriter()).printf("%900000000d", 1);
        return WorkflowResult.ok("ESCAPED");
    }
}
