import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlLoosenAttribute implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
        f.setAttribute("http://javax.xml.XMLConstants/property/accessExternalDTD", "all");
        return WorkflowResult.ok("ESCAPED");
    }
}
