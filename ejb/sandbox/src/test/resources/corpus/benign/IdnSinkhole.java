import io.countersign.script.*;
import java.net.IDN;
import java.util.*;

/** Sinkholes a domain in both of its spellings. */
public class IdnSinkhole implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String unicode = IDN.toUnicode(ctx.indicator().value());
        String ascii = IDN.toASCII(unicode, IDN.ALLOW_UNASSIGNED);
        HttpResponse r = ctx.http().post("https://dns.corp.example/sinkhole").json(Map.of("names", List.of(ascii, unicode))).send();
        return WorkflowResult.ok("HTTP " + r.status(), Map.of("ascii", ascii, "unicode", unicode));
    }
}
