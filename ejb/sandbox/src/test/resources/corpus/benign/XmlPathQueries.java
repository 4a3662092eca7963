import io.countersign.script.*;
import java.io.StringReader;
import java.util.*;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;

/** Counts jobs of a scheduler with compiled XPath expressions, namespaces and a variable. */
public class XmlPathQueries implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        xpath.setXPathVariableResolver(name -> name.getLocalPart().equals("state") ? ctx.parameters().get("state") : null);
        xpath.setNamespaceContext(new NamespaceContext() {
            @Override
            public String getNamespaceURI(String prefix) {
                return prefix.equals("j") ? "urn:jobs" : XMLConstants.NULL_NS_URI;
            }

            @Override
            public String getPrefix(String uri) {
                return null;
            }

            @Override
            public Iterator<String> getPrefixes(String uri) {
                return Collections.emptyIterator();
            }
        });
        String xml = ctx.http().get("https://scheduler.corp.example/jobs").send().body();
        XPathExpression jobs = xpath.compile("//j:job[@state=$state]");
        NodeList found = (NodeList) jobs.evaluate(new InputSource(new StringReader(xml)), XPathConstants.NODESET);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            ids.add(((Element) found.item(i)).getAttribute("id"));
        }
        double total = (Double) xpath.evaluate("sum(//j:job/j:minutes)", new InputSource(new StringReader(xml)), XPathConstants.NUMBER);
        boolean any = (Boolean) xpath.evaluate("boolean(.//j:minutes)", found.item(0), XPathConstants.BOOLEAN);
        return WorkflowResult.ok("Jobs", Map.of("ids", ids, "total", total, "any", any, "first", xpath.evaluate("string(j:minutes)", found.item(0))));
    }
}
