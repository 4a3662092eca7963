import io.countersign.script.*;
import java.util.*;

public class RejFilesRef implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.function.Function<String, java.io.File> f = java.io.File::new; return WorkflowResult.ok("ESCAPED: " + f.apply("/"));
    }
}
