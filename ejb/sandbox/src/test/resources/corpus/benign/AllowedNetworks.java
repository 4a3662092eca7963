import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class AllowedNetworks implements Workflow {
    record Cidr(long net, long mask) {
        static Cidr of(String text) {
            String[] p = text.split("/", 2);
            long m = 0xffffffffL << 32 - Integer.parseInt(p[1]) & 0xffffffffL;
            return new Cidr(ip(p[0]) & m, m);
        }
        static long ip(String t) { long v = 0; for (String b : t.split("[.]")) { v = v << 8 | Integer.parseInt(b); } return v; }
        boolean has(String t) { return (ip(t) & mask) == net; }
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Cidr> nets = Stream.of("10.0.0.0/8", "192.168.0.0/16").map(Cidr::of).toList();
        List<String> ips = Arrays.asList("203.0.113.9", "10.1.2.3", "9.9.9.9");
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("inside", ips.stream().filter(i -> nets.stream().anyMatch(n -> n.has(i))).toList());
        out.put("v6", "2001:db8::1".matches("(?i)[0-9a-f:]+"));
        ips.sort(Comparator.comparingLong(Cidr::ip));
        out.put("sorted", ips);
        java.net.URI u = java.net.URI.create("https://a.example:8443/x?q=1").normalize();
        out.put("uri", u.getScheme() + " " + u.getHost() + " " + u.getPort() + " " + u.getPath() + " ?" + u.getQuery());
        return WorkflowResult.ok("ok", out);
    }
}
