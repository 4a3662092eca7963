import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemStringJoinerSelf implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        StringJoiner j = new StringJoiner("x");
        j.add("abcdefgh");
        for (int i = 0; i < 64; i++) { j.merge(j); }
        return WorkflowResult.ok("ESCAPED " + j.length());
    }
}
