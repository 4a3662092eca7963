import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class LogEmptyFlood implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        while (true) { ctx.log().debug(""); }
    }
}
