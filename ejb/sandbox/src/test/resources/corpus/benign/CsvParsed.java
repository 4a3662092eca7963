import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CsvParsed implements Workflow {
    static List<String> cells(String line) {
        List<String> out = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') { cell.append('"'); i++; }
                else if (c == '"') { quoted = false; }
                else { cell.append(c); }
            } else {
                switch (c) {
                    case '"' -> quoted = true;
                    case ',' -> { out.add(cell.toString()); cell.setLength(0); }
                    default -> cell.append(c);
                }
            }
        }
        out.add(cell.toString());
        return List.copyOf(out);
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String csv = """
                ip,note
                203.0.113.9,"a, ""b\"""
                198.51.100.1,
                """;
        List<List<String>> rows = csv.lines().map(CsvParsed::cells).toList();
        return WorkflowResult.ok("ok", Map.of("rows", rows.size() - 1, "quoted", rows.get(1).get(1), "cols", rows.get(0)));
    }
}
