import io.countersign.script.*;

public class Recursion implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        return WorkflowResult.ok(fib(22) + ":" + paths(7, 7));
    }

    private int fib(int n) {
        return n < 2 ? n : fib(n - 1) + fib(n - 2);
    }

    private int paths(int right, int down) {
        if (right == 0 || down == 0) {
            return 1;
        }
        return paths(right - 1, down) + paths(right, down - 1);
    }
}
