import io.countersign.script.*;
import java.util.*;

public class KillHash implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Map<Object, Integer> m = new HashMap<>(); m.put(new Object() { @Override public int hashCode() { while (true) { } } }, 1); return null;
    }
}
