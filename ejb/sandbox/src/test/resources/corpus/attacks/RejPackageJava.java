package java.util;
import io.countersign.script.*;
import java.util.*;

public class RejPackageJava implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED");
    }
}
