import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HttpBodyPower implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
ctx.http().post("https://a.example/").json(Map.of("v", new BigDecimal("1e999999999"))).send(); return WorkflowResult.ok("x");
    }
}
