import io.countersign.script.*;
import java.util.*;

public class CpuXmlSmallPathCubic implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Xml xml = Xml.parse("<r>" + "<a><b/></a>".repeat(20_000) + "</r>");
        return WorkflowResult.ok("ESCAPED: " + xml.text("count(//*[count(//*[count(//*) > 0]) > 0])"));
    }
}
