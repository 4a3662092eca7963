import io.countersign.script.*;
import jakarta.json.*;
import java.util.*;
public class JsonBuild implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
JsonObject o = Json.createObjectBuilder().add("name", "x").add("list", Json.createArrayBuilder().add(1).add("b").add(JsonValue.TRUE)).build(); JsonArray a = o.getJsonArray("list"); JsonReader r = Json.createReader(new java.io.StringReader(o.toString())); JsonObject back = r.readObject(); return WorkflowResult.ok(back.getString("name") + a.getInt(0) + a.getString(1) + back.equals(o), Map.of("o", back));
    }
}
