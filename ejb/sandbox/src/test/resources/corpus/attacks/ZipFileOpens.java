import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class ZipFileOpens implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + new ZipFile("/usr/share/x.zip").size());
    }
}
