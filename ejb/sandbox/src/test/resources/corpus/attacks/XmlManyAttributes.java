import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlManyAttributes implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        StringBuilder xml = new StringBuilder("<a");
        for (int i = 0; i < 20_000; i++) {
            xml.append(" a").append(i).append("='x'");
        }
        return WorkflowResult.ok("ESCAPED: " + DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml + "/>"))).getDocumentElement().getAttributes().getLength());
    }
}
