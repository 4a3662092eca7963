import io.countersign.script.*;
import java.nio.charset.*;
import java.util.*;

/** Subjects of mails in the charsets that they name. */
public class MailCharsets implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<String> read = new ArrayList<>();
        for (Map.Entry<String, Object> e : new TreeMap<>(ctx.parameters()).entrySet()) {
            read.add(new String(Base64.getDecoder().decode(e.getValue().toString()), Charset.forName(e.getKey())));
        }
        String unknown;
        try {
            unknown = Charset.forName("x-none").name();
        } catch (UnsupportedCharsetException e) {
            unknown = e.getCharsetName();
        }
        return WorkflowResult.ok(unknown, Map.of("read", read, "supported", Charset.isSupported("UTF-8")));
    }
}
