import io.countersign.script.*;
import java.util.regex.*;

public class Regex implements Workflow {
    private static final Pattern IP = Pattern.compile("\\b(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\b");
    private static final Pattern MAIL = Pattern.compile("[a-z0-9._-]+@[a-z0-9-]+\\.(?:example|test)");

    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        String text = (String) ctx.parameters().get("text");
        int ips = 0;
        int sum = 0;
        Matcher m = IP.matcher(text);
        while (m.find()) {
            ips++;
            sum += Integer.parseInt(m.group(4));
        }
        int mails = 0;
        int letters = 0;
        m = MAIL.matcher(text);
        while (m.find()) {
            mails++;
            letters += m.group().length();
        }
        return WorkflowResult.ok(ips + ":" + sum + ":" + mails + ":" + letters);
    }
}
