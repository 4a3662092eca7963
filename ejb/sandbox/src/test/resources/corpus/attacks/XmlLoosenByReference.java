import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlLoosenByReference implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        interface Setter { void set(DocumentBuilderFactory f, String n, boolean v) throws Exception; }
        Setter s = DocumentBuilderFactory::setFeature;
        s.set(DocumentBuilderFactory.newInstance(), "http://apache.org/xml/features/disallow-doctype-decl", false);
        return WorkflowResult.ok("ESCAPED");
    }
}
