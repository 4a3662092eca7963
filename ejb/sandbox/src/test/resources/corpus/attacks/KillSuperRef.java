import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillSuperRef implements Workflow {
static class A { void go() { while (true) { } } }
static final class B extends A { @Override void go() { Runnable r = super::go; try { r.run(); } finally { r.run(); } } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        new B().go();
        return WorkflowResult.ok("ESCAPED");
    }
}
