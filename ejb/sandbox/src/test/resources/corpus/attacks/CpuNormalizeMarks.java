import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class CpuNormalizeMarks implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String s = "a" + "\u0315\u0300\u05ae".repeat(1_000_000);
        return WorkflowResult.ok("ESCAPED " + java.text.Normalizer.normalize(s, java.text.Normalizer.Form.NFC).length() + java.text.Normalizer.normalize(s + s, java.text.Normalizer.Form.NFKD).length());
    }
}
