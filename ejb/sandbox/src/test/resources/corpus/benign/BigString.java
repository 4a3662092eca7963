import io.countersign.script.*;
import java.util.*;

public class BigString implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
StringBuilder sb = new StringBuilder(); for (int i = 0; i < 100_000; i++) sb.append("line ").append(i).append('\n'); String s = sb.toString(); return WorkflowResult.ok("" + s.length() + " " + s.lines().filter(l -> l.endsWith("7")).count());
    }
}
