import io.countersign.script.*;
import java.util.*;

public class MemBitSet implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
BitSet b = new BitSet(); b.set(Integer.MAX_VALUE - 1); long[] all = b.toLongArray(); return WorkflowResult.ok("ESCAPED: " + all.length + b.clone());
    }
}
