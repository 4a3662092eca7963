import io.countersign.script.*;

public class HttpDeepJson implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        try {
            return WorkflowResult.ok("ESCAPED " + ctx.http().get("https://a.example/").send().json());
        } catch (HttpException e) {
            return WorkflowResult.fail(e.getMessage());
        }
    }
}
