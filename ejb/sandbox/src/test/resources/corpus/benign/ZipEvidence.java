import io.countersign.script.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.zip.*;

/** Packs evidence with checksums, and lists what a vendor sent back. */
public class ZipEvidence implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CRC32 crc = new CRC32();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (String name : List.of("alert.json", "logs/a.txt")) {
                byte[] content = (name + " of " + ctx.indicator().value()).repeat(50).getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
                crc.update(content);
            }
        }
        Map<String, Integer> found = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                found.put(e.getName(), in.readAllBytes().length);
            }
        }
        return WorkflowResult.ok("Packed", Map.of("found", found, "crc", Long.toHexString(crc.getValue()).length() > 0));
    }
}
