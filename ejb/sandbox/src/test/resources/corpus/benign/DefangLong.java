import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class DefangLong implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String report = IntStream.range(0, 6_000).mapToObj(i -> "hxxp://a[.]b(dot)example/" + i).collect(Collectors.joining("\n"));
        String plain = report.replaceAll("(?i)hxxp(s?)://", "http$1://").replaceAll("\\[\\.]|\\(dot\\)|\\{\\.}", ".");
        java.util.regex.Matcher m = java.util.regex.Pattern.compile("(?<scheme>https?)://(?<host>(?:[\\w-]+\\.)+[a-z]{2,})(?<path>/\\S*)?").matcher(plain);
        List<String> urls = new ArrayList<>();
        while (m.find()) {
            urls.add(m.group("scheme") + "://" + m.group("host") + m.group("path"));
        }
        return WorkflowResult.ok("done", Map.of("urls", urls.size(), "first", urls.get(0)));
    }
}
