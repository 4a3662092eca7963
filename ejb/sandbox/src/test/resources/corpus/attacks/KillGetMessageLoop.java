import io.countersign.script.*;
import java.util.*;

public class KillGetMessageLoop implements Workflow {
    static class E1 extends RuntimeException { @Override public String getMessage() { StringBuilder b = new StringBuilder(); while (true) b.append("xxxxxxxxxxxxxxxx"); } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
throw new E1();
    }
}
