import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class OptionalChains implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Optional<Map<?, ?>> owner = Optional.ofNullable(ctx.parameters().get("owner")).filter(o -> o instanceof Map).map(o -> (Map<?, ?>) o);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("mail", owner.map(m -> m.get("email")).map(Object::toString).map(s -> s.toLowerCase(Locale.ROOT)).orElse("?"));
        out.put("none", Optional.<String>empty().or(Optional::empty).orElseGet(() -> "fallback"));
        out.put("or", Optional.<String>empty().or(() -> Optional.of("second")).get());
        out.put("flat", Stream.of(Optional.of("x"), Optional.<String>empty(), Optional.of("y")).flatMap(Optional::stream).toList());
        OptionalInt i = IntStream.of(3, 7).max();
        i.ifPresentOrElse(v -> out.put("int", v), () -> out.put("int", 0));
        return WorkflowResult.ok("ok", out);
    }
}
