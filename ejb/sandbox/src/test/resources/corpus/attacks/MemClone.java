import io.countersign.script.*;
import java.util.*;

public class MemClone implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
int[] a = new int[5_000_000]; List<int[]> l = new ArrayList<>(); while (true) l.add(a.clone());
    }
}
