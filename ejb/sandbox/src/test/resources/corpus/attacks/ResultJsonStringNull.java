import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultJsonStringNull implements Workflow {
static class V implements JsonString { public String getString() { return null; } public CharSequence getChars() { return null; } public JsonValue.ValueType getValueType() { return JsonValue.ValueType.STRING; } }
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("x", Map.of("v", new V()));
    }
}
