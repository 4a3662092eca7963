import io.countersign.script.*;
import java.util.*;

public class EnumWork implements Workflow {
    enum Level { LOW(1) { @Override String label() { return "low!"; } }, HIGH(9); private final int w; Level(int w) { this.w = w; } int weight() { return w; } String label() { return name().toLowerCase(Locale.ROOT); } }
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
EnumMap<Level, Integer> m = new EnumMap<>(Level.class); for (Level l : Level.values()) m.put(l, l.weight()); EnumSet<Level> s = EnumSet.of(Level.LOW, Level.HIGH); Level v = Level.valueOf("HIGH"); switch (v) { case LOW: break; default: s.remove(Level.LOW); }
return WorkflowResult.ok(v.label(), Map.of("m", m.values(), "s", s, "none", EnumSet.noneOf(Level.class).size(), "c", v.compareTo(Level.LOW)));
    }
}
