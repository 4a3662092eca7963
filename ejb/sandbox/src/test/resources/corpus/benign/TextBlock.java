import io.countersign.script.*;
import java.util.*;

public class TextBlock implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
String t = """
  {"a": "%s"}
  """.formatted(ctx.indicator().value()); return WorkflowResult.ok(t.strip());
    }
}
