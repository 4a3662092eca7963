import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillIndyToString implements Workflow {
static final class T { @Override public String toString() { while (true) { } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String s = "a" + new T() + "b";
        return WorkflowResult.ok("ESCAPED " + s.length());
    }
}
