import io.countersign.script.*;
import java.util.*;

public class XmlDeepNestingSmall implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + Xml.parse("<a>".repeat(100_000) + "</a>".repeat(100_000)).text());
    }
}
