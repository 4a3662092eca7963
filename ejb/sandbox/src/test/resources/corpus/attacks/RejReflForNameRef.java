import io.countersign.script.*;
import java.util.*;

public class RejReflForNameRef implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.function.Function<String, Object> f = s -> { try { return Class.forName(s); } catch (Exception e) { return null; } }; return WorkflowResult.ok("ESCAPED: " + f.apply("java.lang.Runtime"));
    }
}
