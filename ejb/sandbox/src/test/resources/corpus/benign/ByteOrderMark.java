import io.countersign.script.*;

/** As a Windows editor saves it: a byte order mark and two characters at each line's end. */
public class ByteOrderMark implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        // a comment ends where the line does
        String text = """
            one
            two""";
        return WorkflowResult.ok("Gerät " + text.lines().count() + " " + text.length());
    }
}
