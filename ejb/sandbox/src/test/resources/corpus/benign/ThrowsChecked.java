import io.countersign.script.*;
import java.util.*;

public class ThrowsChecked implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
throw new java.io.IOException("disk gone");
    }
}
