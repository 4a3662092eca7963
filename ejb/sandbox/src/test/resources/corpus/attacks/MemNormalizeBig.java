import io.countersign.script.*;
import jakarta.json.*;
import java.math.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class MemNormalizeBig implements Workflow {

    public WorkflowResult run(WorkflowContext ctx) throws Exception {
String s = java.text.Normalizer.normalize("\ufdfa".repeat(3_000_000), java.text.Normalizer.Form.NFKD); return WorkflowResult.ok("" + s.length());
    }
}
