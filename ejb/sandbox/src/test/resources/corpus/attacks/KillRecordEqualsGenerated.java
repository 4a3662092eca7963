import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillRecordEqualsGenerated implements Workflow {
static final class T { @Override public boolean equals(Object o) { while (true) { } } @Override public int hashCode() { return 1; } }
record R(T a, int b) { }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        boolean same = new R(new T(), 1).equals(new R(new T(), 1));
        return WorkflowResult.ok("ESCAPED " + same);
    }
}
