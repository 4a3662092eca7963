import io.countersign.script.*;
import java.util.*;
import java.io.*;
import java.net.*;
import java.time.*;
import java.util.function.*;
import java.util.stream.*;
import jakarta.json.*;
import jakarta.json.stream.*;
import java.math.*;
import java.text.*;
import java.nio.charset.*;
import java.security.*;
import static java.util.stream.Collectors.*;
import static java.lang.Math.max;
public class UnusedStars implements Workflow {

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
return WorkflowResult.ok("u");
    }
}
