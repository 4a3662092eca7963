import io.countersign.script.*;
import java.util.*;
import javax.xml.xpath.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlPathManyParentheses implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ran " + XPathFactory.newInstance().newXPath().evaluate("(".repeat(2_000) + "1" + ")".repeat(2_000), new InputSource(new StringReader("<a/>"))));
    }
}
