import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillInitTwice implements Workflow {
static class L { static { int i = 0; while (i < 1) { } } static void x() { } }
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
try { L.x(); } catch (Exception e) { } try { L.x(); } catch (Exception e) { } return WorkflowResult.ok("ESCAPED");
    }
}
