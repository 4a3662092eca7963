import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class JsonDiffAndTypes implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        jakarta.json.JsonObject a = jakarta.json.Json.createObjectBuilder(Map.of("n", 1)).build();
        jakarta.json.JsonObject b = jakarta.json.Json.createObjectBuilder(a).add("m", jakarta.json.Json.createArrayBuilder(List.of("x", 2, true))).build();
        jakarta.json.JsonArray kinds = jakarta.json.Json.createArrayBuilder().add("s").add(new java.math.BigDecimal("1.5")).add(true).addNull().add(jakarta.json.JsonValue.EMPTY_JSON_ARRAY).add(a).build();
        List<String> names = kinds.stream().map(v -> v.getValueType().name()).toList();
        int ops = jakarta.json.Json.createDiff(a, b).toJsonArray().size();
        return WorkflowResult.ok("ok", Map.of("ops", ops, "kinds", names));
    }
}
