import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class NestedClassesAllKinds implements Workflow {
    private int counter = 3;
    class Inner { String hi() { return "inner " + NestedClassesAllKinds.this.outer(); } }
    static class Nested { static String hi() { return "static"; } int seven() { class Deep { int n() { return 7; } } return new Deep().n(); } }
    interface Named { String name(); default String twice() { return name() + name(); } static Named of(String n) { return () -> n; } private int hidden() { return 1; } }
    String outer() { return "outer"; }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Named anon = new Named() { private final String n = "anon"; @Override public String name() { return n; } };
        class Local { final String s = "local"; @Override public String toString() { return s; } }
        int counter = this.counter;
        Runnable r = () -> { int x = counter; assert x == 3; };
        r.run();
        NestedClassesAllKinds.Inner inner = this.new Inner();
        return WorkflowResult.ok(String.join(" ", inner.hi(), anon.name(), new Local().toString(), Nested.hi(), "" + new Nested().seven(), Named.of("shadow").name(), "" + counter));
    }
}
