import io.countersign.script.*;
import java.util.*;

public class Interfaces implements Workflow {
    interface Shape { double area(); default String describe() { return "A" + area(); } static Shape unit() { return () -> 1; } }
    record Sq(double a) implements Shape { Sq { if (a < 0) throw new IllegalArgumentException("neg"); } public double area() { return a * a; } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Shape s = new Sq(3); Shape c = () -> 2.5; return WorkflowResult.ok(s.describe() + c.describe() + Shape.unit().area());
    }
}
