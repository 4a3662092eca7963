import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class DepthXmlBuilt implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Document d = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        Node root = d.createElement("a");
        for (int i = 0; i < 1_000_000; i++) {
            Node outer = d.createElement("a");
            outer.appendChild(root);
            root = outer;
        }
        return WorkflowResult.ok("ESCAPED: " + root.getTextContent() + root.cloneNode(true));
    }
}
