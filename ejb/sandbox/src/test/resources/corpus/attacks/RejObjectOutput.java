import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class RejObjectOutput implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ByteArrayOutputStream b = new ByteArrayOutputStream();
        new ObjectOutputStream(b).writeObject(List.of());
        return WorkflowResult.ok("ESCAPED: " + b.size());
    }
}
