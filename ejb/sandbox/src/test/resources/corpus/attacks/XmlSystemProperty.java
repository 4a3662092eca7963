import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlSystemProperty implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        System.setProperty("javax.xml.parsers.DocumentBuilderFactory", "org.evil.Factory");
        return WorkflowResult.ok("ESCAPED: " + DocumentBuilderFactory.newInstance());
    }
}
