import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemInsertSelf implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
StringBuilder b = new StringBuilder("a"); for (int i = 0; i < 60; i++) b.insert(0, b); return WorkflowResult.ok("" + b.length());
    }
}
