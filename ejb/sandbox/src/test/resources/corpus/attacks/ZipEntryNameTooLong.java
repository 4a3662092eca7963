import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class ZipEntryNameTooLong implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        new ZipOutputStream(new ByteArrayOutputStream()).putNextEntry(new ZipEntry("x".repeat(70_000)));
        return WorkflowResult.ok("ESCAPED");
    }
}
