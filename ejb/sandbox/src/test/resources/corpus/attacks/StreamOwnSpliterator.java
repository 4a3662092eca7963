import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class StreamOwnSpliterator implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<Object> l = new ArrayList<>(); l.add(1); for (Object o : l) { if (l.size() < 100_000_000) l.set(0, o); } Spliterator<Object> s = Spliterators.spliteratorUnknownSize(new Iterator<Object>() { public boolean hasNext() { return true; } public Object next() { return this; } }, 0); return WorkflowResult.ok("" + StreamSupport.stream(s, true).count());
    }
}
