import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillFormatWide implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
String w = "%" + "9999999".repeat(1) + "d"; return WorkflowResult.ok(String.format("%1$" + "2000000000s", 1) + w);
    }
}
