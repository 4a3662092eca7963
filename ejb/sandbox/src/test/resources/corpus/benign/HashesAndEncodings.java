import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class HashesAndEncodings implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        byte[] abc = "abc".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("sha", HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(abc)));
        byte[] md5 = java.security.MessageDigest.getInstance("MD5").digest(abc);
        out.put("uuid", HexFormat.of().formatHex(md5, 0, 8) + "-" + HexFormat.of().formatHex(md5, 8, 16));
        String b64 = Base64.getUrlEncoder().withoutPadding().encodeToString("hi?hi>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        out.put("b64", b64);
        out.put("hex", HexFormat.ofDelimiter(":").formatHex(new byte[] {(byte) 0xde, (byte) 0xad, (byte) 0xbe, (byte) 0xef}));
        out.put("url", java.net.URLEncoder.encode("a b&c", java.nio.charset.StandardCharsets.UTF_8).replace("+", "%20"));
        out.put("decoded", java.net.URLDecoder.decode("a+b%26c", java.nio.charset.StandardCharsets.UTF_8));
        out.put("crc", new String(Base64.getUrlDecoder().decode(b64), java.nio.charset.StandardCharsets.UTF_8));
        out.put("equal", java.security.MessageDigest.isEqual(md5, md5.clone()) && UUID.nameUUIDFromBytes(abc).equals(UUID.fromString(UUID.nameUUIDFromBytes(abc).toString())));
        return WorkflowResult.ok("ok", out);
    }
}
