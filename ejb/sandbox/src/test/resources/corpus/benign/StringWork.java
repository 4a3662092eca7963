import io.countersign.script.*;
import java.util.*;

public class StringWork implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
String s = "a,b;;c"; String up = s.toUpperCase(Locale.ROOT); StringBuilder sb = new StringBuilder(); for (String p : s.split("[,;]+")) sb.append(p).append('|'); sb.setLength(sb.length() - 1); sb.insert(0, "<").reverse();
return WorkflowResult.ok(String.format("%-5s|%05d|%.2f", "x", 42, 1.5), Map.of("sb", sb.toString(), "strip", "  x ".strip(), "lines", "a\nb".lines().toList(), "join", String.join("-", List.of("a", "b")), "up", up, "chars", "abc".chars().sum(), "rep", "ab".repeat(3), "cmp", "a".compareTo("b")));
    }
}
