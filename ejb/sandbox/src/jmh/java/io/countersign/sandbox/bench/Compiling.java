package io.countersign.sandbox.bench;

import io.countersign.sandbox.RunOutcome;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.SandboxOptions;
import io.countersign.sandbox.guard.ScriptThread;
import io.countersign.sandbox.run.LoadedScript;
import io.countersign.sandbox.run.RepeatedScript;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import io.countersign.sandbox.verify.ClassVerifier;
import io.countersign.sandbox.weave.Weaver;
import io.countersign.sandbox.weave.Woven;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** From a source never seen before to the first instruction of its run. */
final class Compiling {
    private static final int WARM = 600, MEASURED = 200;

    private Compiling() {}

    private static String source(int n) throws IOException {
        return Rates.resource("/rates/Triage.java").replace("Triage", "Triage" + n);
    }

    /** On one thread of this JVM. */
    static void here() throws InterruptedException {
        Thread thread = new ScriptThread(
                () -> {
                    try {
                        timed();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                "compiling");
        thread.start();
        thread.join();
    }

    private static void timed() throws Exception {
        ScriptCompiler compiler = new ScriptCompiler();
        long[][] nanos = new long[5][MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            String source = source(i + WARM);
            long start = cpu();
            Compilation compiled = compiler.compile(source);
            long done = cpu();
            ClassVerifier.verify(compiled.classes());
            long verified = cpu();
            Woven woven = Weaver.weave(compiled.classes());
            long wove = cpu();
            RepeatedScript.woven(new LoadedScript(compiled.mainClass(), woven), Map.of())
                    .run();
            long ran = cpu();
            if (i >= 0) {
                nanos[0][i] = done - start;
                nanos[1][i] = verified - done;
                nanos[2][i] = wove - verified;
                nanos[3][i] = ran - wove;
                nanos[4][i] = ran - start;
            }
        }
        String[] names = {"check, compile, verify", "verify again", "weave", "load and run", "all"};
        for (int i = 0; i < names.length; i++) {
            System.out.printf("source to run, one thread, %s: %s ms CPU%n", names[i], Rates.percentiles(nanos[i], 1e6));
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** In worker JVMs as the server does it: everything that any process spends. */
    static void inWorkers() throws IOException {
        try (Sandbox sandbox = Sandbox.workers(SandboxOptions.DEFAULT.withWorkers(1, 96))) {
            Used before = Used.now();
            for (int i = -WARM; i < MEASURED; i++) {
                if (i == 0) {
                    before = Used.now();
                }
                RunOutcome outcome = Rates.run(sandbox, source(i + WARM), 10_000);
                if (!(outcome instanceof RunOutcome.Succeeded)) {
                    throw new IllegalStateException(outcome.toString());
                }
            }
            System.out.println("source to run, workers: " + Used.now().since(before, MEASURED));
        }
    }
}
