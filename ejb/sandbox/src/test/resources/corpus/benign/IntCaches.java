import io.countersign.script.*;
import java.util.*;

public class IntCaches implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
Integer a = 127, b = 127; long sum = 0; for (long i = 0; i < 1000; i++) sum += i; short s = (short) 70000; byte y = (byte) 200; float f = 1.1f; double d = 0.1 + 0.2; return WorkflowResult.ok("" + a.equals(b) + sum + s + y + f + d + Integer.toHexString(255) + Long.toBinaryString(5) + Integer.parseInt("ff", 16) + Double.compare(1, 2) + Integer.MAX_VALUE + Character.getNumericValue('7'));
    }
}
