import io.countersign.script.*;
import java.util.*;

public class XmlPathSmallParentheses implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + Xml.parse("<a/>").text("(".repeat(1_000_000) + "1" + ")".repeat(1_000_000)));
    }
}
