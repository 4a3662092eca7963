import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemReplaceGrow implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
String s = "aaaaaaaaaa"; for (int i = 0; i < 20; i++) s = s.replaceAll("a", "aaaaaaaaaa"); return WorkflowResult.ok("" + s.length());
    }
}
