import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;

public class XmlOwnNode implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED");
    }

    record Evil(int n) implements NodeList {
        public Node item(int i) {
            return item(i + 1);
        }

        public int getLength() {
            return 1;
        }
    }
}
