import io.countersign.script.*;
import java.util.*;

public class Matrix implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
int[][] m = new int[3][4]; m[1][2] = 5; int[][] j = {{1}, {2, 3}}; long[][][] c = new long[2][2][2]; System.arraycopy(j[1], 0, m[0], 0, 2); int[] copy = Arrays.copyOf(m[0], 2); Integer[] boxed = {3, 1, 2}; Arrays.sort(boxed, Collections.reverseOrder()); return WorkflowResult.ok(Arrays.toString(copy) + Arrays.deepToString(j) + Arrays.stream(m[1]).sum() + c.length + Arrays.asList(boxed) + Arrays.equals(copy, j[1]));
    }
}
