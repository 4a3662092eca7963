import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpZeroPadded implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.http().get("http://0000000000000000177.00000.0.01/").send();
        return WorkflowResult.ok("ESCAPED");
    }
}
