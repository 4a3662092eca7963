import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultLongPlaces implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<Integer> l = new ArrayList<>(); for (int i = 0; i < 60_000; i++) l.add(1); return WorkflowResult.ok("x", Map.of("k".repeat(120_000), l));
    }
}
