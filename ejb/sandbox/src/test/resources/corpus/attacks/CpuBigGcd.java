import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuBigGcd implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
BigInteger a = BigInteger.ONE.shiftLeft(3_900_000).subtract(BigInteger.ONE); BigInteger b = BigInteger.TEN.pow(900_000); return WorkflowResult.ok("" + a.gcd(b).bitLength() + a.mod(b).toString().length());
    }
}
