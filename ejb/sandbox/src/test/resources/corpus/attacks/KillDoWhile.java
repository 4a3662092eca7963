import io.countersign.script.*;
import java.util.*;

public class KillDoWhile implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
do { } while (ctx != null); return null;
    }
}
