import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class MemGzipHeadersFail implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        long n = 0;
        for (int i = 0; i < 1_000_000; i++) {
            try {
                new GZIPInputStream(new ByteArrayInputStream(new byte[20]));
            } catch (ZipException e) {
                n++;
            }
        }
        return WorkflowResult.ok("ESCAPED");
    }
}
