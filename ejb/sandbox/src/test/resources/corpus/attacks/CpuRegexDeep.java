import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuRegexDeep implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("" + java.util.regex.Pattern.compile("(".repeat(100_000) + "a" + ")".repeat(100_000)).matcher("a").matches());
    }
}
