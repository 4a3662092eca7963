package io.countersign.sandbox;

import io.countersign.sandbox.guard.ScriptThread;
import io.countersign.sandbox.outline.OutlineReader;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.source.ScriptCompiler;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Compiles and outlines scripts on threads of this JVM, one at a time, and keeps what it has compiled. */
final class InProcessCompiler {
    static final long COMPILE_MILLIS = 15_000;
    private static final long OUTLINE_MILLIS = 8_000;

    private final CompilationCache cache = new CompilationCache();
    private @Nullable ScriptCompiler compiler;

    /** What is wrong with the source, and what it would do. */
    CheckReport check(String source) {
        CompiledSource compiled = compiled(source);
        return compiled.report(() -> outline(source, compiled.compilation()));
    }

    /** The source, compiled once. */
    CompiledSource compiled(String source) {
        return Objects.requireNonNull(cache.get(Tenant.CHECKS, source, () -> compile(source)));
    }

    private static Outline outline(String source, Compilation compiled) {
        CompletableFuture<Outline> done = new CompletableFuture<>();
        ScriptThread reader =
                new ScriptThread(() -> done.complete(OutlineReader.read(source, compiled.classes())), "script-outline");
        reader.start();
        try {
            return done.get(OUTLINE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            RunawayThread.stop(reader);
            return Outline.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outline.UNKNOWN;
        }
    }

    private synchronized Compilation compile(String source) {
        if (compiler == null) {
            compiler = new ScriptCompiler();
        }
        ScriptCompiler used = compiler;
        CompletableFuture<Compilation> done = new CompletableFuture<>();
        new ScriptThread(() -> done.complete(used.compile(source)), "script-compiler").start();
        try {
            return done.get(COMPILE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            compiler = null;
            return Compilation.refused(List.of(ScriptCompiler.tooCostly()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            compiler = null;
            return Compilation.refused(List.of(new Finding(1, 1, "INTERRUPTED", "the check was interrupted")));
        }
    }
}
