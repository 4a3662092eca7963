import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ThrowCausesItself implements Workflow {
static class E extends RuntimeException { public Throwable getCause() { return this; } }
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
throw new E();
    }
}
