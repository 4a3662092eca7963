import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.util.zip.*;

public class ZipEntryPath implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../../etc/cron.d/x"));
            zip.write(1);
        }
        ZipEntry e = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray())).getNextEntry();
        return WorkflowResult.ok("a name and no more: " + e.getName() + new File(e.getName()).exists());
    }
}
