import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuCyclicFormat implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<Object> l = new ArrayList<>(); l.add(List.of(l)); return WorkflowResult.ok(String.format("%s", l));
    }
}
