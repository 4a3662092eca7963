import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ThrowPlainError implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
throw new Error("OutOfMemoryError");
    }
}
