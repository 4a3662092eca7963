import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class ZipEntryTwice implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ZipOutputStream zip = new ZipOutputStream(new ByteArrayOutputStream());
        zip.putNextEntry(new ZipEntry("a"));
        zip.putNextEntry(new ZipEntry("a"));
        return WorkflowResult.ok("ESCAPED");
    }
}
