import io.countersign.script.*;
import java.util.*;

public class ResultNull implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return null;
    }
}
