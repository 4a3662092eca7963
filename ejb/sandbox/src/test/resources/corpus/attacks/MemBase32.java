import io.countersign.script.*;
import java.util.*;

public class MemBase32 implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        StringBuilder all = new StringBuilder();
        for (;;) {
            all.append(Base32.encode(new byte[1_000_000]));
        }
    }
}
