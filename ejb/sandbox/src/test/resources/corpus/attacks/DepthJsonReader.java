import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class DepthJsonReader implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
JsonReader r = Json.createReader(new java.io.StringReader("[".repeat(200_000))); return WorkflowResult.ok("" + r.readValue());
    }
}
