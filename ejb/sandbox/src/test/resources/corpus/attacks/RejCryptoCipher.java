import io.countersign.script.*;
import java.util.*;

public class RejCryptoCipher implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("ESCAPED: " + javax.crypto.Cipher.getInstance("AES"));
    }
}
