import io.countersign.script.*;
import java.util.*;

public class SignCipher implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + javax.crypto.Cipher.getInstance("RSA"));
    }
}
