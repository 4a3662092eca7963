import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class RejPrintWriterFile implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        new PrintWriter("/tmp/escaped").close();
        return WorkflowResult.ok("ESCAPED");
    }
}
