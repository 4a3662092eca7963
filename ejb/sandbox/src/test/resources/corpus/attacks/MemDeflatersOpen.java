import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class MemDeflatersOpen implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            kept.add(new Deflater(9, true));
        }
        return WorkflowResult.ok("ESCAPED");
    }
}
