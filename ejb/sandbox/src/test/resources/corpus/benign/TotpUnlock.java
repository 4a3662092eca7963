import io.countersign.script.*;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A one-time password from a base32 key (RFC 6238), to unlock a vault. */
public class TotpUnlock implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        byte[] key = Base32.decode(ctx.secrets().require("TOTP_KEY"));
        long step = TimeUnit.MILLISECONDS.toSeconds(1_111_111_109_000L) / 30;
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int at = hash[hash.length - 1] & 15;
        int number = ByteBuffer.wrap(hash, at, 4).getInt() & Integer.MAX_VALUE;
        String code = String.format("%08d", number % 100_000_000);
        return WorkflowResult.ok(code, Map.of("same", Base32.encode(key).equals(ctx.secrets().require("TOTP_KEY"))));
    }
}
