import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultJsonTypeNull implements Workflow {
static class V implements JsonValue { public ValueType getValueType() { return null; } public String toString() { return "v"; } }
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("x", Map.of("v", new V()));
    }
}
