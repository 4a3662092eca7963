import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlDomParameterEntity implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String xml = "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]><a/>";
        return WorkflowResult.ok("ESCAPED: " + DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement().getTextContent().length());
    }
}
