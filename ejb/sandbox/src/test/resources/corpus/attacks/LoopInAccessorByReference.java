import io.countersign.script.*;
import java.util.Objects;
import java.util.stream.Stream;

public class LoopInAccessorByReference implements Workflow {
    record Source(Integer first) {}

    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        Source source = new Source(1);
        boolean found = Stream.generate(source::first).anyMatch(Objects::isNull);
        return WorkflowResult.ok("ESCAPED " + found);
    }
}
