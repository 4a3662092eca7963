import io.countersign.script.*;
import java.util.*;

public class XmlTransform implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + javax.xml.transform.TransformerFactory.newInstance());
    }
}
