import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ResultSelfOptional implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, Object> m = new HashMap<>();
        m.put("o", Optional.of(List.of(m)));
        return WorkflowResult.ok("ESCAPED", m);
    }
}
