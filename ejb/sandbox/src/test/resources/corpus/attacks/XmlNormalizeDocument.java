import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlNormalizeDocument implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument().normalizeDocument();
        return WorkflowResult.ok("ESCAPED");
    }
}
