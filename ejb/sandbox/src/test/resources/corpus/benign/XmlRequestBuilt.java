import io.countersign.script.*;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.*;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.*;
import org.w3c.dom.*;

/** Builds a request as a document, writes it as a stream with an encoding. */
public class XmlRequestBuilt implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Document d = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        Element root = d.createElement("quarantine");
        d.appendChild(root);
        for (Object mac : (List<?>) ctx.parameters().get("macs")) {
            Element e = d.createElement("mac");
            e.setAttribute("vlan", "66");
            e.appendChild(d.createTextNode(mac.toString()));
            root.appendChild(e);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
        out.writeStartDocument("UTF-8", "1.0");
        write(root, out);
        out.writeEndDocument();
        out.close();
        HttpResponse r = ctx.http().put("https://nac.corp.example/q").header("Content-Type", "application/xml").body(bytes.toByteArray()).send();
        return WorkflowResult.ok("HTTP " + r.status(), Map.of("xml", bytes.toString(StandardCharsets.UTF_8)));
    }

    private static void write(Element e, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement(e.getTagName());
        NamedNodeMap attributes = e.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            out.writeAttribute(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        NodeList children = e.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                write(child, out);
            } else {
                out.writeCharacters(children.item(i).getNodeValue());
            }
        }
        out.writeEndElement();
    }
}
