import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class MemInflatersOpen implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            kept.add(new Inflater());
        }
        return WorkflowResult.ok("ESCAPED");
    }
}
