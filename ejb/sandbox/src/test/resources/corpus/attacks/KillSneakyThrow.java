import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillSneakyThrow implements Workflow {
interface Call<E extends Exception> { void go() throws E; }
static <E extends Exception> void call(Call<E> c) throws E { try { c.go(); } finally { c.go(); } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        try { KillSneakyThrow.<RuntimeException>call(() -> { while (true) { } }); } catch (RuntimeException e) { return WorkflowResult.ok("ESCAPED"); }
        return WorkflowResult.ok("ESCAPED");
    }
}
