import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemDecimalWide implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
var d = new java.text.DecimalFormat("0"); d.setMinimumFractionDigits(Integer.MAX_VALUE); d.setMinimumIntegerDigits(Integer.MAX_VALUE); return WorkflowResult.ok("" + d.format(new BigDecimal("1.5")).length());
    }
}
