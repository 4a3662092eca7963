import io.countersign.script.*;
import jakarta.json.Json;
import java.util.*;

public class SecretJsonEscapes implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        String key = ctx.secrets().require("API_KEY");
        StringBuilder ascii = new StringBuilder();
        for (char c : key.toCharArray()) {
            ascii.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        String once = Json.createValue(key).toString();
        return WorkflowResult.ok(ascii.toString(), Map.of("twice", Json.createValue(once).toString()));
    }
}
