import io.countersign.script.*;
import jakarta.json.*;
import jakarta.json.stream.JsonGenerator;
import java.io.*;
import java.util.Map;

/** Writes requests with the generator and the writer of JSON. */
public class JsonWritten implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        StringWriter text = new StringWriter();
        try (JsonGenerator g = Json.createGenerator(text)) {
            g.writeStartObject().write("ip", ctx.indicator().value()).writeStartArray("tags").write("a").write(2).writeEnd().writeEnd();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter w = Json.createWriter(bytes)) {
            w.writeObject(Json.createObjectBuilder().add("b", true).build());
        }
        JsonObject read = Json.createReader(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        return WorkflowResult.ok(text.toString(), Map.of("b", read.getBoolean("b")));
    }
}
