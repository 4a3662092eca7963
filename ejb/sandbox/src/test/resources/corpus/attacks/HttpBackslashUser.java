import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpBackslashUser implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.http().get("https://a.example\\@127.0.0.1/").send();
        return WorkflowResult.ok("ESCAPED");
    }
}
