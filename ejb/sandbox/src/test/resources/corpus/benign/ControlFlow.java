import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class ControlFlow implements Workflow {
    static String count(Object... all) { return "" + all.length; }
    static String fin() { StringBuilder b = new StringBuilder(); try { b.append("try"); return b.append(" finally").toString(); } finally { b.append("!"); } }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Map<String, Object> out = new LinkedHashMap<>();
        int[][] grid = {{1, 2}, {3, 4, 5}, {6, 7, 8, 9}};
        search:
        for (int i = 0; i < grid.length; i++) {
            for (int j = 0; j < grid[i].length; j++) {
                if (j == 1 && i == 0) { continue search; }
                if (grid[i][j] == 9) { out.put("found", i + "," + j); break search; }
            }
        }
        out.put("days", switch (java.time.Month.MARCH) { case FEBRUARY -> 28; case APRIL, JUNE, SEPTEMBER, NOVEMBER -> 30; default -> 31; });
        int n = 3;
        String word;
        switch (n) { case 0: word = "none"; break; case 1: case 2: case 3: word = "few"; break; default: word = "many"; }
        out.put("word", word);
        int sum = 0;
        for (int[] row : grid) { for (int x : row) { if (x % 2 != 0) { continue; } sum += x; } }
        out.put("sum", sum - 2);
        out.put("tern", n < 2 ? "a" : n < 4 ? "b" : "c");
        out.put("fin", fin());
        int loop = 0;
        do { loop += 2; } while (loop < 5);
        out.put("loop", loop);
        out.put("yield", switch ("x") { case "x": { int t = loop * 2; yield t; } default: yield 0; });
        out.put("args", count() + "/" + count("a") + "/" + count(1, 'c', null));
        out.put("cast", (int) (char) (byte) 65L);
        return WorkflowResult.ok("ok", out);
    }
}
