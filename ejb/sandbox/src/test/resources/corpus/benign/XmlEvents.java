import io.countersign.script.*;
import java.io.StringReader;
import java.util.*;
import javax.xml.namespace.QName;
import javax.xml.stream.*;
import javax.xml.stream.events.*;

/** A report as XML events: which hosts have a finding of a severity. */
public class XmlEvents implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String report = ctx.http().get("https://scan.corp.example/report").send().body();
        XMLEventReader events = XMLInputFactory.newInstance().createXMLEventReader(new StringReader(report));
        List<String> hosts = new ArrayList<>();
        String host = "";
        while (events.hasNext()) {
            XMLEvent event = events.nextEvent();
            if (event.isStartElement()) {
                StartElement start = event.asStartElement();
                Attribute name = start.getAttributeByName(new QName("name"));
                if (start.getName().getLocalPart().equals("host") && name != null) {
                    host = name.getValue();
                } else if (start.getName().getLocalPart().equals("severity") && Integer.parseInt(events.getElementText()) > 7) {
                    hosts.add(host);
                }
            }
        }
        return WorkflowResult.ok("Critical", Map.of("hosts", hosts));
    }
}
