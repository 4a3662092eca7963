import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemFormatLocaleRef implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        BiFunction<String, Object[], String> f = String::format;
        return WorkflowResult.ok("ESCAPED " + f.apply("%999999999d", new Object[] {1}).length());
    }
}
