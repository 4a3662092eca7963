import io.countersign.script.*;
import jakarta.json.*;
import jakarta.json.stream.JsonCollectors;
import java.util.*;
import java.util.stream.Stream;

public class JsonCollected implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        JsonArray names = Stream.of("eve", "bob").sorted().map(Json::createValue).collect(JsonCollectors.toJsonArray());
        JsonObject by = names.stream().collect(JsonCollectors.toJsonObject(n -> ((JsonString) n).getString(), n -> JsonValue.TRUE));
        return WorkflowResult.ok(names.toString(), Map.of("by", by));
    }
}
