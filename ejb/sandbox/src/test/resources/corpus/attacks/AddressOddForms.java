import io.countersign.script.*;
import java.util.*;

public class AddressOddForms implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        for (String odd : List.of("0x7f.1", "127.1", "2130706433", "0177.0.0.1", "127.0.0.1.", "[::1]", "::ffff:127.1", "１２７.0.0.1")) {
            if (Ip.tryParse(odd).isPresent()) {
                return WorkflowResult.ok("ESCAPED: " + odd);
            }
        }
        return WorkflowResult.ok("none");
    }
}
