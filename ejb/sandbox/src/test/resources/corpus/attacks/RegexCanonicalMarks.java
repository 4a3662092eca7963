import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class RegexCanonicalMarks implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String marks = "\u0301\u0316\u0321\u0345\u0327\u0328\u031b\u0338\u0323\u0307\u0304\u0306";
        return WorkflowResult.ok("" + java.util.regex.Pattern.compile("a" + marks, java.util.regex.Pattern.CANON_EQ).matcher("a").find());
    }
}
