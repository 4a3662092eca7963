package io.countersign.sandbox.bench;

import io.countersign.sandbox.json.SandboxJson;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** GraalJS without access to the host: interpreted on a stock JDK, compiled where Graal's compiler was put beside it. */
final class GraalKernels {
    private GraalKernels() {}

    static Kernel load(String source, Map<String, Object> data) {
        Context context = Context.newBuilder("js")
                .allowAllAccess(false)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        context.eval("js", source);
        Value kernel = context.getBindings("js").getMember("kernel");
        Value input =
                context.getBindings("js").getMember("JSON").getMember("parse").execute(SandboxJson.write(data));
        return () -> kernel.execute(input).asString();
    }
}
