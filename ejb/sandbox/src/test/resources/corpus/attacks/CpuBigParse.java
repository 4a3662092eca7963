import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuBigParse implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("" + new BigInteger("9".repeat(3_000_000)).bitLength());
    }
}
