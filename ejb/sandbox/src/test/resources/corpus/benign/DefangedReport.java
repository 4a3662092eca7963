import io.countersign.script.*;
import java.util.*;

/** Indicators from a report that nobody may click, and back for the ticket. */
public class DefangedReport implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<String> found = ((List<?>) ctx.parameters().get("report")).stream().map(s -> Indicators.refang(s.toString())).toList();
        return WorkflowResult.ok(String.join(" ", found.stream().map(Indicators::defang).toList()), Map.of("found", found));
    }
}
