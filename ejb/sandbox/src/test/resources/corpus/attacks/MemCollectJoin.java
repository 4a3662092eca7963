import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemCollectJoin implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("" + Stream.generate(() -> "x".repeat(10_000)).collect(Collectors.joining()).length());
    }
}
