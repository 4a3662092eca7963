import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a text with U+E0041 that looks like another */
@SuppressWarnings("all")
public class SrcTagCharacters implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
String allowed = "allow󠁁󠁂ed";
return WorkflowResult.ok("allowed".equals(allowed) ? "checked" : "ESCAPED: two texts that look alike differ");
    }
}
