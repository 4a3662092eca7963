import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class BytesInChunks implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        byte[] all = "abcdefghi".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        List<String> chunks = new ArrayList<>();
        for (int at = 0; at < all.length; at += 4) {
            chunks.add(new String(all, at, Math.min(4, all.length - at), java.nio.charset.StandardCharsets.UTF_8));
        }
        return WorkflowResult.ok("ok", Map.of("chunks", chunks, "tail", new String(all, 7, 2), "deep", Arrays.deepHashCode(new Object[] {1, new int[] {2}}) == Arrays.deepHashCode(new Object[] {1, new int[] {2}})));
    }
}
