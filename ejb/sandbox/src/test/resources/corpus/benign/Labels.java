import io.countersign.script.*;
import java.util.*;

public class Labels implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
int found = -1; outer: for (int i = 0; i < 10; i++) { for (int j = 0; j < 10; j++) { if (i * j == 42) { found = i; break outer; } if (j > i) continue outer; } } int k = 0; do { k++; } while (k < 5); while (true) { if (k-- < 0) break; } char c = 'a'; c += 1; long l = 1L << 40; int tern = k > 0 ? 1 : k < 0 ? -1 : 0; return WorkflowResult.ok(found + " " + c + l + tern);
    }
}
