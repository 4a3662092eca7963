import io.countersign.script.*;
import java.util.*;

public class KillGenerateNew implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.util.stream.Stream.generate(Object::new).count());
    }
}
