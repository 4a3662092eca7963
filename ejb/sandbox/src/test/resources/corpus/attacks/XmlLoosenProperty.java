import io.countersign.script.*;
import java.util.*;
import javax.xml.stream.*;
import java.io.*;

public class XmlLoosenProperty implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        XMLInputFactory f = XMLInputFactory.newInstance();
        f.setProperty(XMLInputFactory.SUPPORT_DTD, true);
        return WorkflowResult.ok("ESCAPED");
    }
}
