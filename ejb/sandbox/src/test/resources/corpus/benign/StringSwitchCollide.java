import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class StringSwitchCollide implements Workflow {
    enum State { OPEN, CLOSED }
    static String of(String s) { return switch (s) { case "Aa" -> "first"; case "BB" -> "second"; default -> "other"; }; }
    static String of(State s) { switch (s) { case OPEN: return "open"; case CLOSED: return "closed"; } throw new IllegalStateException(); }
    static int old(char c) { int n = 0; switch (c) { case 'a': n++; case 'b': n++; case 'c': n++; break; default: n = -1; } return n; }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Object o = 'x';
        String kind = o instanceof Character c && Character.isLetter(c) ? String.valueOf((char) c) : "?";
        return WorkflowResult.ok(String.join(" ", of("Aa"), of("BB"), of("C#"), of(State.OPEN) + "/" + of(State.CLOSED), "" + old('a'), kind));
    }
}
