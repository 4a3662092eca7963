import io.countersign.script.*;
import java.util.*;

public class MemMethodRefRepeat implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
java.util.function.BiFunction<String, Integer, String> f = String::repeat; return WorkflowResult.ok("ESCAPED: " + f.apply("abcdefgh", 200_000_000).length());
    }
}
