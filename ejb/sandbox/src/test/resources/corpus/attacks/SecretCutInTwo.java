import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class SecretCutInTwo implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        throw new IllegalStateException("x".repeat(3_988) + ctx.secrets().require("API_KEY") + "x".repeat(100));
    }
}
