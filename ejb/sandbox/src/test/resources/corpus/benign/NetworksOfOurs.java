import io.countersign.script.*;
import java.util.*;

/** Refuses to block what is ours, of IPv4 and IPv6, however it is written. */
public class NetworksOfOurs implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Ip ip = Ip.parse(ctx.indicator().value());
        List<Cidr> ours = new ArrayList<>();
        for (Object o : (List<?>) ctx.parameters().get("ours")) {
            ours.add(Cidr.parse(o.toString()));
        }
        List<String> strict = new ArrayList<>();
        for (String odd : List.of("127.1", "0x7f.1", "010.0.0.1", "1.2.3.4 ", "::1%eth0", "1:2:3:4:5:6:7", "::1::", "1.2.3.256", "12345::")) {
            Ip.tryParse(odd).ifPresent(i -> strict.add(odd));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("normal", ip);
        data.put("ours", ours.stream().filter(c -> c.contains(ip)).map(Cidr::toString).toList());
        data.put("read", strict);
        data.put("global", ip.isGlobal());
        data.put("private", Ip.parse("fd00::1").isPrivate() && Ip.parse("172.31.0.1").isPrivate() && !Ip.parse("172.32.0.1").isPrivate());
        data.put("mapped", Ip.parse("::ffff:192.0.2.1").toString());
        data.put("last", Cidr.parse("10.1.2.3/8").last().toString());
        data.put("overlaps", Cidr.parse("10.0.0.0/8").overlaps(Cidr.parse("10.9.0.0/16")));
        data.put("normal", ip.toString());
        return WorkflowResult.ok("Looked", data);
    }
}
