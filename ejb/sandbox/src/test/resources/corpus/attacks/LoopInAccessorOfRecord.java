import io.countersign.script.*;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

public class LoopInAccessorOfRecord implements Workflow {
    record Source(Integer get) implements Supplier<Integer> {}

    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        boolean found = Stream.generate(new Source(1)).anyMatch(Objects::isNull);
        return WorkflowResult.ok("ESCAPED " + found);
    }
}
