import io.countersign.script.*;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;

/** A SOAP service: reads a fault with namespaces through the DOM. */
public class XmlSoapFault implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        String body = ctx.http().post("https://ise.corp.example/ers").body("<soap/>").send().body();
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        NodeList faults = document.getElementsByTagNameNS("http://schemas.xmlsoap.org/soap/envelope/", "Fault");
        List<String> names = new ArrayList<>();
        for (Node n = faults.item(0).getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n.getNodeType() == Node.ELEMENT_NODE) {
                names.add(n.getLocalName() + "=" + n.getTextContent().trim());
            }
        }
        return WorkflowResult.ok("Fault", Map.of("fields", names, "prefix", document.getDocumentElement().getPrefix()));
    }
}
