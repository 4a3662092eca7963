import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpV4Compatible implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.http().get("http://[::127.0.0.1]/").send();
        return WorkflowResult.ok("ESCAPED");
    }
}
