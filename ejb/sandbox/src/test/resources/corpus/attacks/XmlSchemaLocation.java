import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlSchemaLocation implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String xml = "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='http://127.0.0.1:1/a.xsd'/>";
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setAttribute("http://java.sun.com/xml/jaxp/properties/schemaLanguage", "http://www.w3.org/2001/XMLSchema");
        return WorkflowResult.ok("ESCAPED: " + f.newDocumentBuilder().parse(new InputSource(new StringReader(xml))));
    }
}
