import io.countersign.script.*;
import java.util.*;

@interface Playbook {
    String id();

    int[] steps() default {1, 2};
}

/** An annotation for the reader; nothing reads it when the script runs. */
@Playbook(id = "PB-17")
public class OwnAnnotation implements Workflow {
    @Override
    @Playbook(id = "run", steps = 3)
    public WorkflowResult run(WorkflowContext ctx) {
        return WorkflowResult.ok("PB-17");
    }
}
