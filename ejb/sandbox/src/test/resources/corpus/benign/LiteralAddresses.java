import io.countersign.script.*;
import java.net.*;
import java.util.Map;

/** Addresses as the JDK has them, read and never looked up. */
public class LiteralAddresses implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        InetAddress ip = InetAddress.getByName(ctx.indicator().value());
        String asked;
        try {
            asked = InetAddress.getByName("intranet.corp.example").getHostAddress();
        } catch (UnknownHostException e) {
            asked = e.getMessage();
        }
        return WorkflowResult.ok(asked, Map.of("bytes", ip.getAddress().length, "private", ip.isSiteLocalAddress(), "text", InetAddress.getByAddress(new byte[] {10, 0, 0, 1}).getHostAddress(), "six", ip instanceof Inet6Address));
    }
}
