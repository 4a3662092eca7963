import io.countersign.script.*;
import java.util.*;

public class ManyExceptions implements Workflow {
    static int parse(String s) { return inner(s); }
    static int inner(String s) { return Integer.parseInt(s); }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
int bad = 0; for (int i = 0; i < 20000; i++) { try { parse("x" + i); } catch (NumberFormatException e) { bad++; } } return WorkflowResult.ok("" + bad);
    }
}
