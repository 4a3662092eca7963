import io.countersign.script.*;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

public class LoopInInheritedAccessor implements Workflow {
    static class Plain {
        private final Integer value = 1;

        public Integer get() {
            return value;
        }
    }

    static final class Lent extends Plain implements Supplier<Integer> {}

    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        boolean found = Stream.generate(new Lent()).anyMatch(Objects::isNull);
        return WorkflowResult.ok("ESCAPED " + found);
    }
}
