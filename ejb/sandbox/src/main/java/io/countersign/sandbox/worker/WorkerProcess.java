package io.countersign.sandbox.worker;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.Outline;
import io.countersign.sandbox.run.HostLink;
import io.countersign.sandbox.run.RunInput;
import io.countersign.sandbox.run.RunResult;
import io.countersign.sandbox.source.Compilation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One worker JVM as its host sees it. One caller at a time; {@link #kill} from anywhere. */
public final class WorkerProcess implements PooledWorker {
    private final WorkerCommand command;
    private final Process process;
    private final Path folder;
    private final InputStream in;
    private final OutputStream out;
    private volatile ProcessFamily family;
    private int runs;

    private WorkerProcess(WorkerCommand command, Process process, Path folder) {
        this.command = command;
        this.process = process;
        this.family = ProcessFamily.of(process.toHandle());
        this.folder = folder;
        this.in = new BufferedInputStream(process.getInputStream(), 32_768);
        this.out = process.getOutputStream();
    }

    /** Starts one and waits until it is ready. */
    static WorkerProcess start(WorkerCommand command, boolean compiles) throws IOException {
        Path folder = command.folders().next();
        WorkerProcess worker = new WorkerProcess(command, started(command, folder, compiles), folder);
        try {
            FrameIn frame = FrameIn.read(worker.in);
            if (frame.type() != FrameType.READY) {
                throw new WireException("not ready but " + frame.type());
            }
            worker.family = ProcessFamily.of(worker.process.toHandle());
            return worker;
        } catch (IOException e) {
            worker.kill();
            worker.bury();
            throw e;
        }
    }

    private static Process started(WorkerCommand command, Path folder, boolean compiles) throws IOException {
        try {
            return command.start(folder, compiles);
        } catch (IOException e) {
            WorkerFolders.remove(folder);
            throw e;
        }
    }

    /** Runs so far. */
    public int runs() {
        return runs;
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    /** Whether it lives. */
    @Override
    public boolean alive() {
        return process.isAlive();
    }

    /** Processor time used so far in milliseconds, -1 where the system does not say. */
    public long cpuMillis() {
        return family.cpuMillis();
    }

    /** Ends it at once. */
    @Override
    public void kill() {
        family.kill();
    }

    /** Whether it died of memory; waits a moment for the process to be gone. */
    public boolean diedOfMemory() {
        try {
            return process.waitFor(500, TimeUnit.MILLISECONDS) && process.exitValue() == WorkerMain.OUT_OF_MEMORY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Removes what it may have left behind. */
    @Override
    public void bury() {
        try {
            process.getOutputStream().close();
            process.waitFor(2, TimeUnit.SECONDS);
        } catch (IOException e) {
            // it is gone already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        command.gone(folder);
        WorkerFolders.remove(folder);
    }

    /** Compiles there. */
    public Compilation compile(String source) throws IOException {
        new FrameOut(FrameType.COMPILE).text(source).writeTo(out);
        FrameIn frame = FrameIn.read(in);
        if (frame.type() != FrameType.COMPILED) {
            throw new WireException("not now: " + frame.type());
        }
        return Messages.compiled(frame);
    }

    /** What a clean source reaches, found out there. */
    public Outline outline(String source, Compilation compiled) throws IOException {
        Messages.classes(new FrameOut(FrameType.OUTLINE).text(source), compiled.classes())
                .writeTo(out);
        FrameIn frame = FrameIn.read(in);
        if (frame.type() != FrameType.OUTLINED) {
            throw new WireException("not now: " + frame.type());
        }
        return OutlineMessage.read(frame);
    }

    /**
     * Runs there, answering its calls on this thread.
     *
     * @throws IOException if the worker is lost or sends what it must not
     */
    public RunResult run(String key, Compilation script, RunInput input, HostLink host) throws IOException {
        runs++;
        Messages.run(key, input).writeTo(out);
        while (true) {
            FrameIn frame = FrameIn.read(in);
            switch (frame.type()) {
                case NEED ->
                    Messages.classes(new FrameOut(FrameType.CLASSES).text(script.mainClass()), script.classes())
                            .writeTo(out);
                case LOG -> log(frame, host);
                case HIDE -> hide(frame, host);
                case HTTP, INTEGRATION -> answer(frame, host).writeTo(out);
                case DONE -> {
                    return Messages.done(frame);
                }
                case COMPILE, COMPILED, OUTLINE, OUTLINED, RUN, CLASSES, REPLY, PERFORMED, FAILURE, ENDED, READY ->
                    throw new WireException("not now: " + frame.type());
            }
        }
    }

    private static void hide(FrameIn frame, HostLink host) throws IOException {
        String value = frame.text();
        frame.end();
        try {
            host.hide(value);
        } catch (HostLink.Ended e) {
            throw new WireException("more to hide than there may be");
        }
    }

    private static void log(FrameIn frame, HostLink host) throws IOException {
        long at = frame.number();
        String level = frame.text();
        if (!WorkerMain.levels().contains(level)) {
            throw new WireException("a log level that is none");
        }
        String message = frame.text();
        Map<String, Object> fields = frame.plainMap();
        frame.end();
        try {
            host.log(Math.max(0, Math.min(at, 253_402_300_799_000L)), level, message, fields);
        } catch (HostLink.Ended e) {
            throw new WireException("a log beyond its limit");
        }
    }

    private static FrameOut answer(FrameIn frame, HostLink host) throws IOException {
        try {
            if (frame.type() == FrameType.HTTP) {
                return Messages.reply(host.http(Messages.ask(frame))).number(host.waitedMillis());
            }
            String name = frame.text();
            String operation = frame.text();
            Map<String, Object> args = frame.plainMap();
            frame.end();
            return Messages.performed(host.integration(name, operation, args));
        } catch (HttpFailure e) {
            return Messages.failure(e).number(host.waitedMillis());
        } catch (HostLink.Ended e) {
            return new FrameOut(FrameType.ENDED).text(e.code()).text(e.getMessage());
        }
    }
}
