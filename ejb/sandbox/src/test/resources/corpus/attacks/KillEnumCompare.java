import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillEnumCompare implements Workflow {
enum E { A, B; }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Comparator<E> c = (a, b) -> { while (true) { } };
        List<E> l = new ArrayList<>(List.of(E.A, E.B));
        try { l.sort(c); } catch (RuntimeException e) { return WorkflowResult.ok("ESCAPED"); } finally { try { l.sort(c); } catch (RuntimeException e) { ctx.log().info("x"); } }
        return WorkflowResult.ok("ESCAPED");
    }
}
