import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class MemByteArraySize implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + new ByteArrayOutputStream(2_000_000_000));
    }
}
