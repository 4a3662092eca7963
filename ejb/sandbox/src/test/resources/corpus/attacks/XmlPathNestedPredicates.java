import io.countersign.script.*;
import java.util.*;
import javax.xml.xpath.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlPathNestedPredicates implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + XPathFactory.newInstance().newXPath().evaluate("//a[//a[//a[//a[//a]]]]", new InputSource(new StringReader("<a/>"))));
    }
}
