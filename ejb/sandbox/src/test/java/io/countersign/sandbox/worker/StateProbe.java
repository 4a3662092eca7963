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
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A JVM as a worker's is, warmed up as a worker is, that runs scripts from a file of frames. Either it says what they left
 * behind in static fields, with all areas warm before the first of them; it is its own agent for that. Or it warms each
 * script's areas right before that script, on a thread of their own: then the virtual machine's log tells, by thread, which
 * classes the scripts themselves initialised. This class's marks stand in the log around them.
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

    /** The frames, where to write what was found, and {@code statics} or {@code classes}. */
    public static void main(String[] args) throws Exception {
        List<String> found = new ArrayList<>();
        Thread thread = new ScriptThread(
                () -> {
                    try {
                        Path frames = Path.of(args[0]);
                        found.addAll(args[2].equals("statics") ? changedStatics(frames) : warmingThread(frames));
                    } catch (IOException | InterruptedException e) {
                        found.add("failed: " + e);
                    }
                },
                "worker");
        thread.start();
        thread.join();
        Files.write(Path.of(args[1]), found);
        Runtime.getRuntime().halt(0);
    }

    private static List<String> changedStatics(Path frames) throws IOException, InterruptedException {
        Warmup.warm(false);
        Warmup.warm(EnumSet.allOf(WarmArea.class));
        List<Given> scripts = read(frames);
        // twice: the walk itself loads classes and fills reflection's caches
        StaticsWalk.of(jvm, Thread.currentThread());
        Map<String, StaticsWalk.Held> before = StaticsWalk.of(jvm, Thread.currentThread());
        for (Given script : scripts) {
            script.run();
        }
        Map<String, StaticsWalk.Held> after = StaticsWalk.of(jvm, Thread.currentThread());
        List<String> changed = new ArrayList<>();
        changed.add("ran " + scripts.size());
        after.forEach((name, held) -> {
            StaticsWalk.Held earlier = before.get(name);
            if (earlier == null ? held.objects() > 0 : !earlier.equals(held)) {
                changed.add(name + " " + (earlier == null ? "new" : earlier.objects()) + " " + held.objects());
            }
        });
        return changed;
    }

    /** The number that the log has for the thread that warmed the areas. */
    private static List<String> warmingThread(Path frames) throws IOException, InterruptedException {
        Warmup.warm(false);
        List<Given> scripts = read(frames);
        // who needs least comes first: what an earlier script warmed would hide that a later one does not name it
        scripts.sort(Comparator.comparingInt(given -> given.areas().size()));
        ExecutorService warming = Executors.newSingleThreadExecutor();
        Set<WarmArea> warm = EnumSet.noneOf(WarmArea.class);
        try {
            String thread = warming.submit(() -> Files.readSymbolicLink(Path.of("/proc/thread-self"))
                            .getFileName()
                            .toString())
                    .get();
            long marked = StateWarm.mark;
            for (Given script : scripts) {
                Set<WarmArea> more = EnumSet.copyOf(script.areas());
                more.removeAll(warm);
                warm.addAll(more);
                warming.submit(() -> Warmup.warm(more)).get();
                script.run();
            }
            marked += StateOver.mark;
            return List.of(thread, "ran " + scripts.size() + (marked == 0 ? "?" : ""));
        } catch (ExecutionException e) {
            throw new IOException(e);
        } finally {
            warming.shutdown();
        }
    }

    private record Given(LoadedScript script, RunInput input, Set<WarmArea> areas) {
        void run() {
            new ScriptRunner(new ScriptLoader(script), input, new NoHost()).run(b -> {});
        }
    }

    private static List<Given> read(Path frames) throws IOException {
        List<Given> scripts = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(frames))) {
            while (true) {
                FrameIn code = FrameIn.read(in);
                String mainClass = code.text();
                Map<String, byte[]> classes = Messages.classes(code);
                FrameIn given = FrameIn.read(in);
                given.text();
                RunInput input = Messages.run(given);
                LoadedScript script = new LoadedScript(mainClass, Weaver.weave(classes));
                scripts.add(new Given(
                        script, input, WarmArea.usedBy(script.classes().values())));
            }
        } catch (EOFException e) {
            return scripts;
        }
    }

    private static final class NoHost implements HostLink {
        @Override
        public HttpReply http(OutgoingRequest ask) throws HttpFailure {
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
