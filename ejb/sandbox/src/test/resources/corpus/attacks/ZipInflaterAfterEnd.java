import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class ZipInflaterAfterEnd implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        Inflater i = new Inflater();
        i.end();
        i.setInput(new byte[10]);
        return WorkflowResult.ok("ESCAPED: " + i.inflate(new byte[10]));
    }
}
