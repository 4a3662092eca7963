import io.countersign.script.*;
import java.util.*;

public class RejSql implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + java.sql.DriverManager.getConnection("jdbc:h2:mem:x"));
    }
}
