import io.countersign.script.*;
import java.math.*;
import java.util.*;
public class NumbersBig implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
BigDecimal p = new BigDecimal("19.99").multiply(BigDecimal.valueOf(3)).setScale(1, RoundingMode.HALF_UP); BigInteger f = BigInteger.ONE; for (int i = 2; i <= 30; i++) f = f.multiply(BigInteger.valueOf(i)); return WorkflowResult.ok(p.toPlainString() + " " + f, Map.of("p", p, "pow", BigInteger.TWO.pow(100), "sqrt", Math.sqrt(2.0), "r", Math.round(2.5), "f", Math.floorMod(-1, 5)));
    }
}
