import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class MemDeflatersByReference implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        java.util.function.Supplier<Deflater> make = Deflater::new;
        List<Deflater> kept = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            kept.add(make.get());
        }
        return WorkflowResult.ok("ESCAPED");
    }
}
