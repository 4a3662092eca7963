import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class IteratorToStream implements Workflow {
    static final class Pages implements Iterator<Integer> {
        private int at;
        @Override public boolean hasNext() { return at < 3; }
        @Override public Integer next() { if (!hasNext()) { throw new NoSuchElementException(); } return ++at; }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Integer> pages = StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Pages(), Spliterator.ORDERED | Spliterator.NONNULL), false).collect(Collectors.toList());
        return WorkflowResult.ok("ok", Map.of("pages", pages, "sum", pages.stream().mapToInt(Integer::intValue).sum()));
    }
}
