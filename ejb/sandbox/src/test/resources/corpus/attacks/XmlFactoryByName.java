import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlFactoryByName implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + DocumentBuilderFactory.newInstance("org.evil.Factory", null));
    }
}
