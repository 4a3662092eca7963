package io.countersign.sandbox.bench;

import io.countersign.sandbox.json.SandboxJson;
import java.util.Map;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptableObject;

/** Rhino, compiled to bytecode, with its instruction observer on and no way to Java objects. */
final class RhinoKernels {
    private RhinoKernels() {}

    private static final class Observed extends ContextFactory {
        private final long deadline = System.nanoTime() + 600_000_000_000L;

        @Override
        protected Context makeContext() {
            Context context = super.makeContext();
            context.setInterpretedMode(false);
            context.setLanguageVersion(Context.VERSION_ES6);
            context.setGenerateObserverCount(true);
            context.setInstructionObserverThreshold(10_000);
            return context;
        }

        @Override
        protected void observeInstructionCount(Context context, int count) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("too long");
            }
        }
    }

    static Kernel observed(String source, Map<String, Object> data) {
        Observed factory = new Observed();
        ScriptableObject scope = factory.call(Context::initSafeStandardObjects);
        Object input = factory.call(context -> {
            context.evaluateString(scope, source, "kernel", 1, null);
            Function parse = (Function) ((ScriptableObject) scope.get("JSON", scope)).get("parse", scope);
            return parse.call(context, scope, scope, new Object[] {SandboxJson.write(data)});
        });
        Function kernel = (Function) scope.get("kernel", scope);
        return () -> factory.call(context -> kernel.call(context, scope, scope, new Object[] {input}))
                .toString();
    }
}
