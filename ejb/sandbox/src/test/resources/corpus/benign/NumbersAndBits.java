import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class NumbersAndBits implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        long ip = Arrays.stream(ctx.indicator().value().split("\\.")).mapToLong(Long::parseLong).reduce(0, (a, b) -> a << 8 | b);
        String back = IntStream.of(24, 16, 8, 0).mapToObj(s -> Long.toString(ip >>> s & 0xff)).collect(Collectors.joining("."));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("ip", back);
        out.put("long", ip);
        out.put("bits", List.of(Integer.bitCount(7), Integer.numberOfLeadingZeros(4), Integer.reverse(4)));
        out.put("parsed", List.of(Integer.parseInt("ff", 16), Integer.parseUnsignedInt("ffffffff", 16), Integer.toUnsignedLong(-1)));
        out.put("math", List.of(Math.floorMod(-7, 5), Math.abs(-2), Integer.signum(-9), Math.rint(1.2), Math.hypot(3, 4)));
        out.put("big", new java.math.BigDecimal("12.345").setScale(2, java.math.RoundingMode.HALF_UP).toPlainString());
        String exact;
        try { exact = "" + Math.multiplyExact(Long.MAX_VALUE, 2L); } catch (ArithmeticException e) { exact = "overflow"; }
        out.put("exact", exact);
        out.put("cmp", Long.compareUnsigned(1, -1));
        out.put("clz", Long.numberOfTrailingZeros(2));
        return WorkflowResult.ok("ok", out);
    }
}
