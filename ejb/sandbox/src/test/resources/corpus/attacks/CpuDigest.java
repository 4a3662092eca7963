import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuDigest implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        java.security.MessageDigest d = java.security.MessageDigest.getInstance("SHA-512");
        byte[] b = new byte[30_000_000];
        for (int i = 0; i < 1000; i++) { d.update(b); }
        return WorkflowResult.ok("ESCAPED " + d.digest().length);
    }
}
