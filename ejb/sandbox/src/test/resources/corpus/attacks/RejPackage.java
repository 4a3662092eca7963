package io.countersign.sandbox.guard;
import io.countersign.script.*;
import java.util.*;

public class RejPackage implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED");
    }
}
