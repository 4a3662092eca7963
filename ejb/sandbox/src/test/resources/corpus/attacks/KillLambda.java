import io.countersign.script.*;
import java.util.*;

public class KillLambda implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.stream.Stream.generate(() -> 1).forEach(x -> { }); return null;
    }
}
