import io.countersign.script.*;
import java.math.*;
import java.util.*;
import java.util.function.*;

/** Aim: two variables of one look */
@SuppressWarnings("all")
public class SrcFillerName implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
String role = "user"; String roleㅤ = "admin";
return WorkflowResult.ok(role.equals(roleㅤ) ? "" : "ESCAPED: a name that nobody sees");
    }
}
