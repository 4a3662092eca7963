import io.countersign.script.*;
import java.util.*;

public class RejJsonProvider implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + jakarta.json.spi.JsonProvider.provider());
    }
}
