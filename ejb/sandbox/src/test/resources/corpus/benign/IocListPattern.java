import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class IocListPattern implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<String> domains = IntStream.range(0, 4_000).mapToObj(i -> "host" + i + ".evil.example").toList();
        java.util.regex.Pattern any = java.util.regex.Pattern.compile("\\b(?:" + domains.stream().map(java.util.regex.Pattern::quote).collect(Collectors.joining("|")) + ")\\b", java.util.regex.Pattern.CASE_INSENSITIVE);
        long hits = any.matcher("GET HOST17.evil.example then host3999.evil.example then good.example").results().count();
        return WorkflowResult.ok("" + hits);
    }
}
