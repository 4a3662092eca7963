import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemHexFormat implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED " + HexFormat.ofDelimiter("x".repeat(100_000)).formatHex(new byte[100_000]).length());
    }
}
