import io.countersign.script.*;
import java.util.*;

public class MemList implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
List<byte[]> l = new ArrayList<>(); while (true) l.add(new byte[1_000_000]);
    }
}
