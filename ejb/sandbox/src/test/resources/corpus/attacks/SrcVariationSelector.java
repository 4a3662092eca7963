import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: a text with U+FE0F that looks like another */
@SuppressWarnings("all")
public class SrcVariationSelector implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
String allowed = "allow️ed";
return WorkflowResult.ok("allowed".equals(allowed) ? "checked" : "ESCAPED: two texts that look alike differ");
    }
}
