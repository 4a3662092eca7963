import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class FlattenJson implements Workflow {
    private static void flat(String at, Object v, Map<String, Object> out) {
        if (v instanceof Map<?, ?> m && !m.isEmpty()) {
            m.forEach((k, x) -> flat(at.isEmpty() ? "" + k : at + "." + k, x, out));
        } else if (v instanceof List<?> l) {
            IntStream.range(0, l.size()).forEach(i -> flat(at + "[" + i + "]", l.get(i), out));
        } else {
            out.put(at, v);
        }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, Object> out = new LinkedHashMap<>();
        flat("", ctx.alert().orElseThrow(), out);
        return WorkflowResult.ok("ok", out);
    }
}
