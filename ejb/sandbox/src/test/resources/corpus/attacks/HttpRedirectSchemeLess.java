import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpRedirectSchemeLess implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.http().get("https://a.example/").send();
        return WorkflowResult.ok("ESCAPED");
    }
}
