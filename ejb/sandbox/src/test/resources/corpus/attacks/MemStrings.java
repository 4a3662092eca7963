import io.countersign.script.*;
import java.util.*;

public class MemStrings implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Map<String, String> m = new HashMap<>(); for (long i = 0; ; i++) m.put("key" + i, "value" + i);
    }
}
