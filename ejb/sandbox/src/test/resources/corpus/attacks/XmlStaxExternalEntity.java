import io.countersign.script.*;
import java.util.*;
import javax.xml.stream.*;
import java.io.*;

public class XmlStaxExternalEntity implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
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
