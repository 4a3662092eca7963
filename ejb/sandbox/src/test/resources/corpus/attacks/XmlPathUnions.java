import io.countersign.script.*;
import java.util.*;
import javax.xml.xpath.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlPathUnions implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ran " + XPathFactory.newInstance().newXPath().evaluate("count(" + "//*|".repeat(1_000) + "//*)", new InputSource(new StringReader("<a/>"))));
    }
}
