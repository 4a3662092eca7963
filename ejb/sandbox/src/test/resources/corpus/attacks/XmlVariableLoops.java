import io.countersign.script.*;
import java.util.*;
import javax.xml.xpath.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlVariableLoops implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        XPath x = XPathFactory.newInstance().newXPath();
        x.setXPathVariableResolver(n -> {
            for (;;) {}
        });
        return WorkflowResult.ok("ESCAPED: " + x.evaluate("$a", new InputSource(new StringReader("<a/>"))));
    }
}
