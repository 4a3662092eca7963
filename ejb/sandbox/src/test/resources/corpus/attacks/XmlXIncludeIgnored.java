import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlXIncludeIgnored implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setNamespaceAware(true);
        String text = f.newDocumentBuilder().parse(new InputSource(new StringReader("<a xmlns:x='http://www.w3.org/2001/XInclude'><x:include parse='text' href='file:///etc/passwd'/></a>"))).getDocumentElement().getTextContent();
        return text.isEmpty() ? WorkflowResult.ok("nothing") : WorkflowResult.ok("ESCAPED: " + text);
    }
}
