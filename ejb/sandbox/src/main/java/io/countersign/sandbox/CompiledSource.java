package io.countersign.sandbox;

import io.countersign.sandbox.run.LoadedScript;
import io.countersign.sandbox.source.Compilation;
import io.countersign.sandbox.weave.Woven;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A compilation that is kept, and its woven classes once somebody needs them here. */
final class CompiledSource {
    private static final int MOST_FAILURES = 3;

    private final Compilation compilation;
    private final String key;
    private @Nullable LoadedScript woven;
    private @Nullable Outline outline;
    private int failures;

    CompiledSource(String source, Compilation compilation) {
        this.key = WorkerEngine.key(source);
        this.compilation = compilation;
    }

    /** The digest of the source, by which workers know the script. */
    String key() {
        return key;
    }

    boolean clean() {
        return compilation.clean();
    }

    List<Finding> findings() {
        return compilation.findings();
    }

    Compilation compilation() {
        return compilation;
    }

    /** The report; the outline is read when it is first asked for, and kept once it is known. */
    synchronized CheckReport report(Supplier<Outline> reader) {
        if (!compilation.clean()) {
            return new CheckReport(compilation.findings(), null, Outline.UNKNOWN);
        }
        if (outline == null || outline == Outline.UNKNOWN && ++failures < MOST_FAILURES) {
            outline = reader.get();
        }
        return new CheckReport(List.of(), compilation.mainClass(), outline);
    }

    synchronized LoadedScript woven(Function<Map<String, byte[]>, Woven> weaver) {
        if (woven == null) {
            woven = new LoadedScript(compilation.mainClass(), weaver.apply(compilation.classes()));
        }
        return woven;
    }
}
