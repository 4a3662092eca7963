import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlEmptySource implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource()));
    }
}
