import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillEnumInit implements Workflow {
enum E { A; static final int X = boom(); static int boom() { while (true) { } } }
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { E.A.name(); } catch (RuntimeException e) { } return WorkflowResult.ok("ESCAPED" + E.X);
    }
}
