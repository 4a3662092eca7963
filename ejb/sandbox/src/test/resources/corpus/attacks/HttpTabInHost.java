import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpTabInHost implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.http().get("https://127.0.\t0.1/").send();
        return WorkflowResult.ok("ESCAPED");
    }
}
