import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class XmlDecoder implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + new java.beans.XMLDecoder(new ByteArrayInputStream(new byte[0])).readObject());
    }
}
