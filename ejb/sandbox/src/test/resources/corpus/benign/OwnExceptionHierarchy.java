import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class OwnExceptionHierarchy implements Workflow {
    static class ApiException extends Exception {
        final int status;
        ApiException(int status, String message) { super(message); this.status = status; }
        ApiException(ApiException cause) { super(cause.getMessage(), cause); this.status = cause.status; }
    }
    static final class NotFound extends ApiException { NotFound(String m) { super(404, m); } @Override public String getMessage() { return "SOC-1: " + super.getMessage(); } }
    static jakarta.json.JsonObject issue(WorkflowContext ctx) throws ApiException {
        HttpResponse r = ctx.http().get("https://jira.example/rest/api/3/issue/SOC-1").header("Accept", "application/json").send();
        if (r.status() == 404) { throw new NotFound(r.json().asJsonObject().getJsonArray("errorMessages").getString(0)); }
        if (!r.ok()) { throw new ApiException(r.status(), r.body()); }
        return r.json().asJsonObject();
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        int tries = 0;
        try {
            tries++;
            return WorkflowResult.ok(issue(ctx).getString("key"));
        } catch (NotFound e) {
            return WorkflowResult.fail(e.getMessage() + " (after " + tries + ")");
        } catch (ApiException | IllegalStateException e) {
            throw new RuntimeException("unexpected", e);
        }
    }
}
