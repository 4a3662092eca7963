import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class LogLinesByGroups implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String line = "203.0.113.9 - alice [10/Oct/2025:13:55:36 +0000] \"GET /a/b?c=d HTTP/1.1\" 200 ";
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            log.append(line).append(i % 2000).append('\n');
        }
        java.util.regex.Pattern p = java.util.regex.Pattern.compile("^(\\S+) (\\S+) (\\S+) \\[([^\\]]+)\\] \"(\\S+) ([^\" ]+)( HTTP/[\\d.]+)?\" (\\d{3}) (\\d+)$", java.util.regex.Pattern.MULTILINE);
        java.util.regex.Matcher m = p.matcher(log);
        long bytes = 0;
        int lines = 0;
        while (m.find()) {
            lines++;
            bytes += Long.parseLong(m.group(9));
        }
        return WorkflowResult.ok("done", Map.of("lines", lines, "bytes", bytes));
    }
}
