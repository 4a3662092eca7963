import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MoneyAndDecimals implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        java.math.BigDecimal total = Stream.of("10.10", "100.15").map(java.math.BigDecimal::new).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("total", total.toPlainString());
        out.put("pct", new java.text.DecimalFormat("0.00 %", java.text.DecimalFormatSymbols.getInstance(Locale.ROOT)).format(1 / 3.0));
        out.put("pow", java.math.BigInteger.TWO.pow(10).toString());
        out.put("gcd", java.math.BigInteger.valueOf(12).gcd(java.math.BigInteger.valueOf(18)).toString());
        out.put("cmp", new java.math.BigDecimal("1.0").compareTo(java.math.BigDecimal.ONE));
        out.put("bits", new java.math.BigInteger("255").toString(16));
        out.put("mod", java.math.BigInteger.valueOf(7).modPow(java.math.BigInteger.TEN, java.math.BigInteger.valueOf(3)).toString());
        out.put("parsed", new java.text.DecimalFormat("#,##0.##", java.text.DecimalFormatSymbols.getInstance(Locale.ROOT)).parse("1,234.5").doubleValue());
        out.put("sci", new java.math.BigDecimal("1500").round(new java.math.MathContext(2)).toString());
        return WorkflowResult.ok("ok", out);
    }
}
