import io.countersign.script.*;
import java.util.*;

public class SrcTurningCharacters implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        boolean approved = false;
        /*‮ } ⁦if (approved)⁩ ⁦ only when approved */
        return WorkflowResult.ok("ESCAPED: read as if it were guarded");
        /* end ‮ { ⁦*/
    }
}
