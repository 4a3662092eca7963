import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpUlaV6 implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.http().get("http://[fd00::1]/").send();
        return WorkflowResult.ok("ESCAPED");
    }
}
