import io.countersign.script.*;
import java.util.*;

public class ExhaustiveSwitch implements Workflow {
    enum Kind { A, B }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Kind k = Kind.valueOf("B"); int x = switch (k) { case A -> 1; case B -> 2; }; return WorkflowResult.ok("x" + x);
    }
}
