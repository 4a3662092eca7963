import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpEncodedHost implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.http().get("http://%6c%6f%63alhost/").send();
        return WorkflowResult.ok("ESCAPED");
    }
}
