import io.countersign.script.*;
import java.util.*;

public class RejReflClassMethodRef implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.function.Function<Object, Object> f = Object::getClass; return WorkflowResult.ok("ESCAPED: " + f.apply(ctx));
    }
}
