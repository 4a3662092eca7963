package acme.soc;
import io.countersign.script.*;
import java.util.*;

public class PackageDeclared implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("p");
    }
}
