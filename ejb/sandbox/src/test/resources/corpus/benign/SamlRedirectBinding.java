import io.countersign.script.*;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.zip.*;

/** A SAML logout by the redirect binding: raw deflate, base64, URL. */
public class SamlRedirectBinding implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        byte[] request = "<samlp:LogoutRequest ID=\"1\"/>".getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(request);
        deflater.finish();
        byte[] buffer = new byte[512];
        int packed = deflater.deflate(buffer);
        deflater.end();
        String text = Base64.getEncoder().encodeToString(Arrays.copyOf(buffer, packed));
        Inflater inflater = new Inflater(true);
        inflater.setInput(Base64.getDecoder().decode(text));
        int unpacked = inflater.inflate(buffer);
        inflater.end();
        byte[] streamed = new InflaterInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)), new Inflater(true)).readAllBytes();
        HttpResponse r = ctx.http().get("https://idp.corp.example/slo").query("SAMLRequest", text).send();
        return WorkflowResult.ok("HTTP " + r.status(), Map.of("request", new String(buffer, 0, unpacked, StandardCharsets.UTF_8), "same", Arrays.equals(streamed, request)));
    }
}
