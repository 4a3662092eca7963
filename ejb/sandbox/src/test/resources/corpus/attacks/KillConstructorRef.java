import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillConstructorRef implements Workflow {
static final class Slow { Slow() { while (true) { } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Supplier<Slow> s = Slow::new;
        try { s.get(); } finally { return WorkflowResult.ok("ESCAPED"); }
    }
}
