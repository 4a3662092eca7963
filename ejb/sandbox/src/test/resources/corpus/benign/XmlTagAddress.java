import io.countersign.script.*;
import java.util.Map;

/** PAN-OS: tags an address, and reads the answer with the small Xml. */
public class XmlTagAddress implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String tag = ctx.parameters().get("tag").toString();
        String cmd = "<uid-message><payload><register><entry ip=\"" + Xml.escape(ctx.indicator().value()) + "\"><tag><member>" + Xml.escape(tag)
                + "</member></tag></entry></register></payload></uid-message>";
        Xml answer = Xml.parse(ctx.http().post("https://fw.corp.example/api/").form(Map.of("type", "user-id", "cmd", cmd)).send().body());
        if (!answer.text("/response/@status").equals("success")) {
            return WorkflowResult.fail(String.join("; ", answer.texts("//line")));
        }
        Xml entry = answer.first("//entry[@name='soc']").orElseThrow();
        return WorkflowResult.ok("Tagged", Map.of("members", entry.texts("member"), "id", entry.attribute("id").orElse(""), "count", answer.text("count(//member)"), "root", answer.name(), "missing", answer.has("//nowhere")));
    }
}
