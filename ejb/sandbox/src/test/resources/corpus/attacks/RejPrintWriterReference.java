import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class RejPrintWriterReference implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        java.util.function.Function<Writer, PrintWriter> ok = PrintWriter::new;
        interface Open {
            PrintWriter open(String name) throws IOException;
        }
        Open open = PrintWriter::new;
        return WorkflowResult.ok("ESCAPED: " + open.open("/tmp/escaped"));
    }
}
