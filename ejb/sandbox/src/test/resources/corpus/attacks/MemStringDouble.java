import io.countersign.script.*;
import java.util.*;

public class MemStringDouble implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
String s = "xxxxxxxxxxxxxxxx"; while (true) s = s + s;
    }
}
