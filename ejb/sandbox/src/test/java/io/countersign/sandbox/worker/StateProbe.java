package io.countersign.sandbox.worker;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.guard.ScriptThread;
import io.countersign.sandbox.run.HostLink;
import io.countersign.sandbox.run.LoadedScript;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.run.ScriptLoader;
import io.countersign.sandbox.run.ScriptRunner;
import io.countersign.sandbox.weave.Weaver;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JVM as a worker's is, warmed up as a worker is, that runs scripts from a file of frames and says what they left behind
 * in static fields. Also its own agent. The virtual machine's log tells which classes the scripts initialised: it has this
 * class's marks in between.
 */
public final class StateProbe {
    private static Instrumentation jvm;

    private StateProbe() {}

    /** Initialised when the warm-up is over. */
    static final class StateWarm {
        static long mark = System.nanoTime();
    }

    /** Initialised when the scripts are over. */
    static final class StateOver {
        static long mark = System.nanoTime();
    }

    public static void premain(String arguments, Instrumentation instrumentation) {
        jvm = instrumentation;
    }

    /** The frames, and where to write what changed. */
    public static void main(String[] args) throws Exception {
        List<String> changed = new ArrayList<>();
        Thread thread = new ScriptThread(
                () -> {
                    try {
                        changed.addAll(work(Path.of(args[0])));
                    } catch (IOException e) {
                        changed.add("failed: " + e);
                    }
                },
                "worker");
        thread.start();
        thread.join();
        Files.write(Path.of(args[1]), changed);
        Runtime.getRuntime().halt(0);
    }

    private static List<String> work(Path frames) throws IOException {
        Warmup.warm(false);
        // twice: the walk itself loads classes and fills reflection's caches
        StaticsWalk.of(jvm, Thread.currentThread());
        Map<String, StaticsWalk.Held> before = StaticsWalk.of(jvm, Thread.currentThread());
        long marked = StateWarm.mark;
        int ran = runAll(frames);
        marked += StateOver.mark;
        Map<String, StaticsWalk.Held> after = StaticsWalk.of(jvm, Thread.currentThread());
        List<String> changed = new ArrayList<>();
        changed.add("ran " + ran + (marked == 0 ? "?" : ""));
        after.forEach((name, held) -> {
            StaticsWalk.Held earlier = before.get(name);
            if (earlier == null ? held.objects() > 0 : !earlier.equals(held)) {
                changed.add(name + " " + (earlier == null ? "new" : earlier.objects()) + " " + held.objects());
            }
        });
        return changed;
    }

    private static int runAll(Path frames) throws IOException {
        int ran = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(frames))) {
            while (true) {
                FrameIn code = FrameIn.read(in);
                String mainClass = code.text();
                Map<String, byte[]> classes = Messages.classes(code);
                FrameIn given = FrameIn.read(in);
                given.text();
                RunInput input = Messages.run(given);
                LoadedScript script = new LoadedScript(mainClass, Weaver.weave(classes));
                new ScriptRunner(new ScriptLoader(script), input, new NoHost()).run(b -> {});
                ran++;
            }
        } catch (EOFException e) {
            return ran;
        }
    }

    private static final class NoHost implements HostLink {
        @Override
        public HttpReply http(Ask ask) throws HttpFailure {
            return new HttpReply(
                    200, Map.of("content-type", List.of("application/json")), "{\"a\": [1, 2.5]}".getBytes());
        }

        @Override
        public void hide(String value) {}

        @Override
        public void log(long epochMillis, String level, String message, Map<String, Object> fields) {}

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args) {
            return new IntegrationReply(true, "", Map.of());
        }
    }
}
