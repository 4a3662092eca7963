import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpFullwidthDots implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.http().get("http://127\u30020\u30020\u30021/").send();
        return WorkflowResult.ok("ESCAPED");
    }
}
