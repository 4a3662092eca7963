import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlErrorHandlerThrows implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        DocumentBuilder b = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        b.setErrorHandler(new org.xml.sax.ErrorHandler() {
            public void warning(org.xml.sax.SAXParseException e) {}
            public void error(org.xml.sax.SAXParseException e) {}
            public void fatalError(org.xml.sax.SAXParseException e) {
                while (true) {}
            }
        });
        return WorkflowResult.ok("ESCAPED: " + b.parse(new InputSource(new StringReader("<a>"))));
    }
}
