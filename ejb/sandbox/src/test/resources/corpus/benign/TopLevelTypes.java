import io.countersign.script.*;
import java.util.*;

public class TopLevelTypes implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok(new Aux(4).twice() + Mode.FAST.name() + new Impl2().hi());
    }
}
class Aux { final int n; Aux(int n) { this.n = n; } int twice() { return n * 2; } }
enum Mode { FAST }
interface Hi { String hi(); }
class Impl2 implements Hi { public String hi() { return "hi"; } }