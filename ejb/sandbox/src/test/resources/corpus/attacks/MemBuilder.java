import io.countersign.script.*;
import java.util.*;

public class MemBuilder implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
StringBuilder b = new StringBuilder("x"); while (true) b.append(b);
    }
}
