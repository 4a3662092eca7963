import io.countersign.script.*;
import java.util.*;
import javax.xml.stream.*;
import java.io.*;

public class XmlEventsEntity implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        XMLEventReader in = XMLInputFactory.newInstance().createXMLEventReader(new StringReader("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"));
        String seen = "";
        while (in.hasNext()) {
            seen += in.nextEvent();
        }
        return WorkflowResult.ok("ESCAPED: " + seen);
    }
}
