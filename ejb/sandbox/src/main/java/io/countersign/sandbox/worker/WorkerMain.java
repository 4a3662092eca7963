package io.countersign.sandbox.worker;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import io.countersign.sandbox.guard.Budget;
import io.countersign.sandbox.guard.ScriptThread;
import io.countersign.sandbox.guard.StackOverflowCounter;
import io.countersign.sandbox.outline.OutlineReader;
import io.countersign.sandbox.run.HostLink;
import io.countersign.sandbox.run.LoadedScript;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.run.ScriptLoader;
import io.countersign.sandbox.run.ScriptRunner;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import io.countersign.sandbox.verify.ClassVerifier;
import io.countersign.sandbox.weave.Weaver;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Inside a worker JVM: takes a source to compile or a script to run, one after the other, on one thread. Leaves when its
 * standard input ends, when its host is gone, or when a run has used up its memory.
 */
public final class WorkerMain {
    /** The exit code of a worker that ran out of memory outside of a script. */
    static final int OUT_OF_MEMORY = 86;

    /** The argument of one that initialises every area and ends: its archive of loaded classes is for all scripts. */
    static final String EVERY_AREA = "every-area";

    private static final int MOST_SCRIPTS = 64;
    private static final long WATCH_MILLIS = 2_000;

    private final BufferedInputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in), 32_768);
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private final Map<String, LoadedScript> scripts = new LinkedHashMap<>(64, 0.75f, true);
    /** Those that are initialised here. */
    private final Set<WarmArea> areas = EnumSet.noneOf(WarmArea.class);

    private ScriptCompiler compiler;

    private WorkerMain() {}

    /** {@code compile} or {@code run}: what it will be asked for, to be warm when it is; or {@link #EVERY_AREA}. */
    public static void main(String[] args) {
        WorkerMain worker = new WorkerMain();
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        new ScriptThread(() -> worker.loop(args.length > 0 ? args[0] : "run"), "worker").start();
        watchParent();
    }

    /** Who is asked about is looked up after the first pause: a worker that ends sooner need not know. */
    private static void watchParent() {
        try {
            Thread.sleep(WATCH_MILLIS);
            ProcessHandle parent = ProcessHandle.current().parent().orElse(null);
            while (parent == null || parent.isAlive()) {
                Thread.sleep(WATCH_MILLIS);
            }
        } catch (InterruptedException e) {
            return;
        }
        Runtime.getRuntime().halt(0);
    }

    private void loop(String kind) {
        int status = 0;
        try {
            Warmup.warm(kind.equals("compile"));
            if (kind.equals(EVERY_AREA)) {
                Warmup.warm(EnumSet.allOf(WarmArea.class));
            }
            new FrameOut(FrameType.READY).writeTo(out);
            while (true) {
                serve(FrameIn.read(in));
            }
        } catch (OutOfMemoryError e) {
            status = OUT_OF_MEMORY;
        } catch (EOFException e) {
            status = 0;
        } catch (IOException | RuntimeException | Error e) {
            status = 1;
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }

    private void serve(FrameIn frame) throws IOException {
        if (frame.type() == FrameType.COMPILE) {
            String source = frame.text();
            frame.end();
            Messages.compiled(compile(source)).writeTo(out);
        } else if (frame.type() == FrameType.OUTLINE) {
            String source = frame.text();
            Map<String, byte[]> classes = Messages.classes(frame);
            frame.end();
            OutlineMessage.write(OutlineReader.read(source, classes)).writeTo(out);
        } else if (frame.type() == FrameType.RUN) {
            run(frame);
        } else {
            throw new WireException("not now: " + frame.type());
        }
    }

    private Compilation compile(String source) {
        if (compiler == null) {
            compiler = new ScriptCompiler();
        }
        return compiler.compile(source);
    }

    private void run(FrameIn frame) throws IOException {
        String key = frame.text();
        RunInput input = Messages.run(frame);
        LoadedScript script = scripts.get(key);
        if (script == null) {
            new FrameOut(FrameType.NEED).writeTo(out);
            script = receive();
            scripts.put(key, script);
            if (scripts.size() > MOST_SCRIPTS) {
                scripts.remove(scripts.keySet().iterator().next());
            }
        }
        Budget[] budget = new Budget[1];
        RunResult result = new ScriptRunner(new ScriptLoader(script), input, new Pipe()).run(b -> budget[0] = b);
        if (StackOverflowCounter.possible(budget[0]) && StackOverflowCounter.happened()) {
            result = result.overflowed();
        }
        Messages.done(result.harmful(HeapShare.exceeded())).writeTo(out);
    }

    /** Verifies again: whoever compiled may have been deceived. */
    private LoadedScript receive() throws IOException {
        FrameIn frame = FrameIn.read(in);
        if (frame.type() != FrameType.CLASSES) {
            throw new WireException("not now: " + frame.type());
        }
        String mainClass = frame.text();
        Map<String, byte[]> classes = Messages.classes(frame);
        frame.end();
        if (!ClassVerifier.verify(classes).isEmpty()) {
            throw new WireException("classes that the verifier refuses");
        }
        LoadedScript script = new LoadedScript(mainClass, Weaver.weave(classes));
        Set<WarmArea> more = WarmArea.usedBy(script.classes().values());
        more.removeAll(areas);
        Warmup.warm(more);
        areas.addAll(more);
        return script;
    }

    /** The host at the other end of the pipe. */
    private final class Pipe implements HostLink {
        private long waitedMillis;

        @Override
        public long waitedMillis() {
            return waitedMillis;
        }

        @Override
        public HttpReply http(OutgoingRequest ask) throws HttpFailure {
            FrameIn frame = asked(Messages.ask(ask), FrameType.REPLY);
            try {
                HttpReply reply = Messages.reply(frame);
                waitedMillis = frame.number();
                return reply;
            } catch (WireException e) {
                throw lost(e);
            }
        }

        @Override
        public void log(long epochMillis, String level, String message, Map<String, Object> fields) {
            try {
                new FrameOut(FrameType.LOG)
                        .number(epochMillis)
                        .text(level)
                        .text(message)
                        .plain(fields)
                        .writeTo(out);
            } catch (IOException e) {
                throw lost(e);
            }
        }

        @Override
        public void hide(String value) {
            try {
                new FrameOut(FrameType.HIDE).text(value).writeTo(out);
            } catch (IOException e) {
                throw lost(e);
            }
        }

        @Override
        public IntegrationReply integration(String name, String operation, Map<String, Object> args)
                throws HttpFailure {
            FrameIn frame = asked(
                    new FrameOut(FrameType.INTEGRATION)
                            .text(name)
                            .text(operation)
                            .plain(args),
                    FrameType.PERFORMED);
            try {
                return Messages.performed(frame);
            } catch (WireException e) {
                throw lost(e);
            }
        }

        private FrameIn asked(FrameOut question, FrameType expected) throws HttpFailure {
            try {
                question.writeTo(out);
                FrameIn frame = FrameIn.read(in);
                if (frame.type() == FrameType.FAILURE) {
                    HttpFailure failure = Messages.failure(frame);
                    waitedMillis = frame.number();
                    throw failure;
                }
                if (frame.type() == FrameType.ENDED) {
                    throw new Ended(frame.text(), frame.text());
                }
                if (frame.type() != expected) {
                    throw new WireException("not now: " + frame.type());
                }
                return frame;
            } catch (IOException e) {
                throw lost(e);
            }
        }

        /** Without its host a worker has nothing more to do, and a script must not go on. */
        private RuntimeException lost(IOException e) {
            Runtime.getRuntime().halt(1);
            return new IllegalStateException(e);
        }
    }

    /** Known words, so that the first caller does not wait for classes to load. */
    static List<String> levels() {
        return List.of("debug", "info", "warn", "error");
    }
}
