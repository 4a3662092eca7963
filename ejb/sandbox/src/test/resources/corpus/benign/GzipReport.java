import io.countersign.script.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.*;

/** Uploads a compressed report and reads a compressed list back. */
public class GzipReport implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(new GZIPOutputStream(packed), StandardCharsets.UTF_8)) {
            for (int i = 0; i < 2_000; i++) {
                out.write("203.0.113." + i % 256 + ",blocked\n");
            }
        }
        HttpResponse r = ctx.http().put("https://logs.corp.example/r.gz").body(packed.toByteArray()).send();
        long lines;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())), StandardCharsets.UTF_8))) {
            lines = in.lines().filter(l -> l.endsWith("blocked")).count();
        }
        byte[] all = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray())).readAllBytes();
        return WorkflowResult.ok("HTTP " + r.status(), Map.of("lines", lines, "small", packed.size() < all.length / 5));
    }
}
