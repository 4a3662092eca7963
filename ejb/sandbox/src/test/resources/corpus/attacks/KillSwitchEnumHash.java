import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillSwitchEnumHash implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        int n = 0;
        while (true) { switch ("a".repeat(n % 3)) { case "a": n++; continue; case "aa": n += 2; continue; default: n++; } if (n < 0) { break; } n &= 0xffff; }
        return WorkflowResult.ok("ESCAPED");
    }
}
