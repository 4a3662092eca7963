import io.countersign.script.*;

public class Text implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        StringBuilder report = new StringBuilder();
        int lines = 0;
        for (int i = 0; i < 5000; i++) {
            report.append("host-").append(i % 97).append(": ").append(i % 7 == 0 ? "blocked" : "seen").append('\n');
            lines++;
            if (i % 100 == 99) {
                String title = "block " + i + " of " + lines + " lines";
                report.append(title.toUpperCase()).append('\n');
            }
        }
        String text = report.toString();
        return WorkflowResult.ok(text.length() + ":" + text.indexOf("BLOCK 4999") + ":" + text.lastIndexOf("blocked"));
    }
}
