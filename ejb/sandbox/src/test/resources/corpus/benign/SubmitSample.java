import io.countersign.script.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

/** Hands a mail to a sandbox vendor as a file, then tags it by a form with a repeated field. */
public class SubmitSample implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        byte[] mail = "Subject: invoice\r\n\r\nhello".getBytes(StandardCharsets.UTF_8);
        HttpResponse sent = ctx.http().post("https://detonate.example/samples")
                .multipart(Part.text("priority", "high"), Part.file("sample", "mail.eml", "message/rfc822", mail))
                .send();
        String id = sent.json().asJsonObject().getString("id");
        HttpResponse tagged = ctx.http().post("https://detonate.example/samples/" + Http.encode(id) + "/tags")
                .form(Map.of("tag", List.of("phish", "q3 & q4")))
                .send();
        return WorkflowResult.ok("Submitted " + id, Map.of("sent", sent.status(), "tagged", tagged.status()));
    }
}
