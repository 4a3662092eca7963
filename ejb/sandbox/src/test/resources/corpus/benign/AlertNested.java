import io.countersign.script.*;
import java.util.*;

public class AlertNested implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Map<String, Object> a = ctx.alert().orElseThrow(); List<?> ids = (List<?>) a.get("ids"); Number n = (Number) a.get("score"); Map<?, ?> h = (Map<?, ?>) a.get("host"); return WorkflowResult.ok(ids.size() + " " + n.intValue() + " " + h.get("name") + " " + a.containsKey("nil"));
    }
}
