import io.countersign.script.*;
import java.util.*;

public class LocalClasses implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
class Acc { int n; void add(int x) { n += x; } } Acc a = new Acc(); List.of(1, 2).forEach(a::add); enum E { X } interface F { int f(); } F f = () -> a.n; return WorkflowResult.ok("" + f.f() + E.X + new Object() { String hi() { return "anon"; } }.hi());
    }
}
