import io.countersign.script.*;
import java.util.*;

public class XmlSmallParameterEntity implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + Xml.parse("<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]><a/>").text().length());
    }
}
