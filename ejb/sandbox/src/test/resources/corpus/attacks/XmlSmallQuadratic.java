import io.countersign.script.*;
import java.util.*;

public class XmlSmallQuadratic implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + Xml.parse("<!DOCTYPE a [<!ENTITY x \"" + "y".repeat(100_000) + "\">]><a>" + "&x;".repeat(20_000) + "</a>").text().length());
    }
}
