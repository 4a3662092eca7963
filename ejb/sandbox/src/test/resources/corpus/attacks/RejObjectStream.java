import io.countersign.script.*;
import java.util.*;
import java.io.*;

public class RejObjectStream implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        return WorkflowResult.ok("ESCAPED: " + new ObjectInputStream(new ByteArrayInputStream(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 0x70})).readObject());
    }
}
