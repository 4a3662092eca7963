import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class KillGzipNothing implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        GZIPOutputStream out = new GZIPOutputStream(OutputStream.nullOutputStream());
        byte[] noise = new byte[50_000_000];
        new Random(1).nextBytes(noise);
        for (;;) {
            out.write(noise);
        }
    }
}
