import io.countersign.script.*;
import java.util.*;

public class NullsAndObjects implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Object o = null; boolean b = Objects.equals(o, null); String s = Objects.requireNonNullElse((String) o, "d"); Object[] objs = {1, "a", null, 2.0}; StringJoiner j = new StringJoiner("/"); for (Object x : objs) { if (x instanceof Integer i && i > 0) j.add("int"); else if (x instanceof String t) j.add(t); else j.add(String.valueOf(x)); } return WorkflowResult.ok(b + s + j + Objects.hash(1, 2) + new Object().equals(o) + "".hashCode());
    }
}
