import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemUrlEncode implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String s = "%";
        for (int i = 0; i < 10_000; i++) { s = java.net.URLEncoder.encode(s + s, java.nio.charset.StandardCharsets.UTF_8); }
        return WorkflowResult.ok("ESCAPED " + s.length());
    }
}
