import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class LocalTypes implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        record Point(int x, int y) { static final Point ZERO = new Point(0, 0); Point { if (x < 0) { throw new IllegalArgumentException("x"); } } Point(int both) { this(both, both); } double norm() { return Math.sqrt(x * x + y * y); } }
        enum Dir { UP, DOWN; Dir turn() { return values()[(ordinal() + 1) % values().length]; } }
        interface Shape { double area(); static Shape rect(double a, double b) { return () -> a * b; } }
        int[][] jagged = {{1, 2}, {3}};
        Object[] objects = new Integer[] {1, 2};
        long bits = 0b11L;
        bits >>>= 0;
        return WorkflowResult.ok(new Point(1, 2) + " " + Dir.DOWN.turn() + " " + bits + " area=" + Shape.rect(2, 3).area() + " " + Arrays.toString(objects) + " " + Arrays.deepToString(jagged));
    }
}
