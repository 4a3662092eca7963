import io.countersign.script.*;
import java.util.*;

public class XmlSmallExternalDtd implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + Xml.parse("<!DOCTYPE a SYSTEM \"http://169.254.169.254/x.dtd\"><a/>").text().length());
    }
}
