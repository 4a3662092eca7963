import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class MemGzipBufferSize implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ran " + new GZIPOutputStream(new ByteArrayOutputStream(), Integer.MAX_VALUE).toString().isEmpty());
    }
}
