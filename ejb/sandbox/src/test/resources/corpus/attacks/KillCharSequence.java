import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class KillCharSequence implements Workflow {
static final class T implements CharSequence {
    public int length() { return 5; }
    public char charAt(int i) { while (true) { } }
    public CharSequence subSequence(int a, int b) { return this; }
    @Override public String toString() { while (true) { } }
}
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        try { String.join(",", List.of(new T())); } finally { return WorkflowResult.ok("ESCAPED " + "abc".contentEquals(new T())); }
    }
}
