import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class RegexLongClass implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        StringBuilder b = new StringBuilder("[");
        for (int i = 0; i < 400_000; i++) {
            b.append((char) (0x4e00 + i % 20_000));
        }
        return WorkflowResult.ok("" + java.util.regex.Pattern.compile(b.append(']').toString()).matcher("a").find());
    }
}
