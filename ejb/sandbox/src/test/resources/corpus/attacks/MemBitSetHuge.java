import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemBitSetHuge implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
BitSet b = new BitSet(); b.set(Integer.MAX_VALUE - 1); return WorkflowResult.ok("" + b.length() + b.stream().count() + Arrays.toString(b.toLongArray()).length());
    }
}
