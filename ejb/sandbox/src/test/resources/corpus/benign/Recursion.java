import io.countersign.script.*;
import java.util.*;

public class Recursion implements Workflow {
    static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
    static int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }
    static int gcd(int a, int b) { return b == 0 ? a : gcd(b, a % b); }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("" + fib(20) + " " + depth(3000) + " " + gcd(48, 36));
    }
}
