import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class KillGzipSkip implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        byte[] packed;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                out.write(zeros);
            }
        }
        packed = bytes.toByteArray();
        long n = 0;
        while (true) {
            n += new GZIPInputStream(new ByteArrayInputStream(packed)).skip(Long.MAX_VALUE);
            if (n < 0) {
                return WorkflowResult.ok("ESCAPED");
            }
        }
    }
}
