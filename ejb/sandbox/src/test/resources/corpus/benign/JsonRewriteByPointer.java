import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class JsonRewriteByPointer implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        jakarta.json.JsonObject doc = jakarta.json.Json.createReader(new java.io.StringReader("""
                {"ticket": {"state": "open", "tags": ["a", "b"], "owner": {"name": "x"}}}
                """)).readObject();
        jakarta.json.JsonPointer state = jakarta.json.Json.createPointer("/ticket/state");
        jakarta.json.JsonObject changed = state.replace(doc, jakarta.json.Json.createValue("closed"));
        changed = jakarta.json.Json.createPatchBuilder().add("/ticket/tags/-", "c").remove("/ticket/owner").build().apply(changed);
        jakarta.json.JsonObject merged = jakarta.json.Json.createMergePatch(jakarta.json.Json.createObjectBuilder().addNull("nothing").build()).apply(changed).asJsonObject();
        List<String> tags = merged.getJsonObject("ticket").getJsonArray("tags").getValuesAs(jakarta.json.JsonString::getString);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("before", doc.getJsonObject("ticket").getString("state"));
        out.put("after", ((jakarta.json.JsonString) merged.getValue("/ticket/state")).getString());
        out.put("tags", tags);
        out.put("diff", merged.getJsonObject("ticket").size());
        return WorkflowResult.ok("ok", out);
    }
}
