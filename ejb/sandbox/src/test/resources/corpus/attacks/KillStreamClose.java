import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillStreamClose implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Stream<Integer> s = Stream.of(1).onClose(() -> { while (true) { } }).onClose(() -> { while (true) { } }); try { s.close(); } finally { try { s.close(); } catch (RuntimeException e) { } } return WorkflowResult.ok("ESCAPED");
    }
}
