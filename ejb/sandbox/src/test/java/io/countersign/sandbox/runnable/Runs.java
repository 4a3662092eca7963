package io.countersign.sandbox.runnable;

import io.countersign.sandbox.CancelToken;
import io.countersign.sandbox.IndicatorData;
import io.countersign.sandbox.Limits;
import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.RunSpec;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.guard.ScriptThread;
import io.countersign.sandbox.http.EgressPolicy;
import io.countersign.sandbox.http.RequestGuard;
import io.countersign.sandbox.mocks.MockHost;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import io.countersign.script.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A program run twice: as it is, and in a sandbox. */
final class Runs {
    private Runs() {}

    static RunOutcome in(Sandbox sandbox, String source) {
        RunSpec spec = new RunSpec(
                source,
                "grown",
                IndicatorData.of("ip", "203.0.113.9"),
                null,
                Map.of(),
                Map.of(),
                Set.of(),
                Limits.DEFAULT.withWallMillis(60_000),
                new CancelToken());
        return sandbox.run(spec, new MockHost(List.of(), new RequestGuard(EgressPolicy.of("", false))));
    }

    /** What it says without checkpoints and guards. */
    static String plainly(String source) throws Exception {
        CompletableFuture<String> said = new CompletableFuture<>();
        Runnable work = () -> {
            try {
                said.complete(onThisThread(source));
            } catch (Throwable e) {
                said.completeExceptionally(e);
            }
        };
        new ScriptThread(work, "plainly").start();
        return said.get();
    }

    private static String onThisThread(String source) throws Exception {
        Compilation compiled = new ScriptCompiler().compile(source);
        if (!compiled.clean()) {
            throw new AssertionError(compiled.findings());
        }
        ClassLoader loader = new ClassLoader(Runs.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = compiled.classes().get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        var constructor = loader.loadClass(compiled.mainClass()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return ((Workflow) constructor.newInstance()).run(null).message();
    }
}
