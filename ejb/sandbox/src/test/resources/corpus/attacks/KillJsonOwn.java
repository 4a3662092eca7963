import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillJsonOwn implements Workflow {
static final class J implements jakarta.json.JsonValue {
    public ValueType getValueType() { while (true) { } }
    @Override public String toString() { while (true) { } }
}
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + jakarta.json.Json.createArrayBuilder().add(new J()).build());
    }
}
