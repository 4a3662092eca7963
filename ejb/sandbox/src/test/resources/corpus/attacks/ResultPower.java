import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultPower implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("x", Map.of("v", new BigDecimal("1e999999999"), "w", new BigDecimal("1e-999999999")));
    }
}
