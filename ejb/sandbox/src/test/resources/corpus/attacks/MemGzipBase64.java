import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class MemGzipBase64 implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            byte[] zeros = "AAAA".repeat(1 << 18).getBytes();
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        }
        InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()));
        return WorkflowResult.ok("ESCAPED: " + Base64.getDecoder().wrap(in).readAllBytes().length);
    }
}
