import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuJsonPatch implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        jakarta.json.JsonObject o = jakarta.json.Json.createObjectBuilder().add("a", 1).build();
        jakarta.json.JsonPatch p = jakarta.json.Json.createPatchBuilder().copy("/b", "").copy("/c", "").build();
        for (int i = 0; i < 64; i++) { o = p.apply(o); }
        return WorkflowResult.ok("ESCAPED " + o.toString().length());
    }
}
