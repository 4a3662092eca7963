import io.countersign.script.*;
import java.util.*;
import javax.xml.stream.*;
import java.io.*;

public class XmlStaxLaughs implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String xml = "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]><l>&f;</l>";
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
