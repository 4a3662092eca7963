import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpFormInjects implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ctx.http().post("https://a.example/").header("X-A", "b\u2028c").form(Map.of("a\r\nHost: b", "c\r\n\r\n")).send();
        return WorkflowResult.ok("ESCAPED");
    }
}
