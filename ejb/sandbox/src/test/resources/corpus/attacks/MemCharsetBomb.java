import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class MemCharsetBomb implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        StringWriter w = new StringWriter();
        for (;;) {
            w.write("x".repeat(1_000_000));
        }
    }
}
