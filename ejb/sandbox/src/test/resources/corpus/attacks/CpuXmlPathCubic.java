import io.countersign.script.*;
import java.util.*;
import javax.xml.xpath.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class CpuXmlPathCubic implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String xml = "<r>" + "<a><b/></a>".repeat(20_000) + "</r>";
        return WorkflowResult.ok("ESCAPED: " + XPathFactory.newInstance().newXPath().evaluate("count(//*[count(//*[count(//*) > 0]) > 0])", new InputSource(new StringReader(xml))));
    }
}
