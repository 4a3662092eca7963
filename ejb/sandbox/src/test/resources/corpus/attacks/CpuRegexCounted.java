import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuRegexCounted implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("" + java.util.regex.Pattern.compile("((((a{1,2000}){1,2000}){1,2000}){1,2000})b").matcher("a".repeat(5000)).find());
    }
}
