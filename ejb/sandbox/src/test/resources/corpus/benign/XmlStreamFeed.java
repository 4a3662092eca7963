import io.countersign.script.*;
import java.io.ByteArrayInputStream;
import java.util.*;
import javax.xml.stream.*;

/** A feed of indicators, read as a stream of events, attributes and texts. */
public class XmlStreamFeed implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        byte[] feed = ctx.http().get("https://feed.vendor.example/taxii").send().bytes();
        Map<String, String> found = new TreeMap<>();
        XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(feed), "UTF-8");
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("indicator")) {
                String type = in.getAttributeValue(null, "type");
                in.nextTag();
                found.put(in.getElementText(), type + "@" + in.getLocation().getLineNumber());
            }
        }
        in.close();
        return WorkflowResult.ok("Read " + found.size(), Map.of("found", found));
    }
}
