import io.countersign.script.*;
import java.util.*;

public class OwnIterable implements Workflow {
    record Range(int a, int b) implements Iterable<Integer> { public Iterator<Integer> iterator() { return new Iterator<>() { int n = a; public boolean hasNext() { return n <= b; } public Integer next() { return n++; } }; } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
int sum = 0; for (int i : new Range(1, 5)) sum += i; return WorkflowResult.ok("" + sum);
    }
}
