import io.countersign.script.*;
import java.util.*;
import javax.xml.stream.*;
import java.io.*;

public class XmlPropertyResolver implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        XMLInputFactory f = XMLInputFactory.newInstance();
        f.setProperty("javax.xml.stream.resolver", "x");
        return WorkflowResult.ok("ESCAPED");
    }
}
