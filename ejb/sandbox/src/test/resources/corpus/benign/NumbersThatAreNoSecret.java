import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Numbers with fewer digits, or other ones, stay as they are. */
@SuppressWarnings("all")
public class NumbersThatAreNoSecret implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
return WorkflowResult.ok("123 4567", Map.of("a", 123, "b", 918273646, "c", 1.5e300, "d", "9,1,8,2,7,3,6,4,5"));
    }
}
