import io.countersign.script.*;
import java.util.*;
import javax.xml.stream.*;
import java.io.*;

public class XmlDeepNestingStax implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        XMLStreamReader in = XMLInputFactory.newInstance().createXMLStreamReader(new StringReader("<a>".repeat(100_000) + "</a>".repeat(100_000)));
        while (in.hasNext()) {
            in.next();
        }
        return WorkflowResult.ok("ESCAPED");
    }
}
