import io.countersign.script.*;
import jakarta.json.*;
import jakarta.json.stream.*;
import java.io.*;
import java.math.*;
import java.net.*;
import java.nio.charset.*;
import java.security.*;
import java.text.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import static java.lang.Math.max;
import static java.util.stream.Collectors.*;
public class UnusedStars implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("u");
    }
}
