import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ThrowFromMessage implements Workflow {
static class E extends RuntimeException { public String getMessage() { throw new E(); } public String toString() { throw new E(); } public Throwable getCause() { throw new E(); } public String getLocalizedMessage() { throw new E(); } }
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
throw new E();
    }
}
