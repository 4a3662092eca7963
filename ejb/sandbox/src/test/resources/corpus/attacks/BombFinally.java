import io.countersign.script.*;
import java.util.*;

public class BombFinally implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
int x = 0; try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { try { x++; } finally { x++; } } } } } } } } } } } } } } } } } } return WorkflowResult.ok("x");
    }
}
