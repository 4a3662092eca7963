import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class DepthComparatorChain implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Comparator<Object> c = (a, b) -> 0; for (int i = 0; i < 3_000_000; i++) { Comparator<Object> d = c; c = d.thenComparing((a, b) -> 0); } return WorkflowResult.ok("" + c.compare(1, 2));
    }
}
