import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemJsonDoubling implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        jakarta.json.JsonValue v = jakarta.json.Json.createValue("x".repeat(100));
        for (int i = 0; i < 64; i++) { v = jakarta.json.Json.createArrayBuilder().add(v).add(v).build(); }
        return WorkflowResult.ok("ESCAPED " + v.toString().length());
    }
}
