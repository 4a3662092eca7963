import io.countersign.script.*;
import java.util.*;

public class CpuRefang implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ran " + Indicators.refang("[".repeat(900_000)).length() + Indicators.refang(" [ ".repeat(300_000)).length());
    }
}
