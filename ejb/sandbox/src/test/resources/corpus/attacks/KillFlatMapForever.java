import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillFlatMapForever implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("" + Stream.of(1).flatMap(x -> Stream.iterate(0, i -> i)).filter(x -> x > 0).findFirst());
    }
}
