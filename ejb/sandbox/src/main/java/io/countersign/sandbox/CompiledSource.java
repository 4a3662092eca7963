package io.countersign.sandbox;

import io.countersign.sandbox.run.LoadedScript;
import io.countersign.sandbox.source.Compilation;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A compilation that is kept, and its woven classes once somebody needs them here. */
final class CompiledSource {
    private final Compilation compilation;
    private final String key;
    private LoadedScript woven;

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

    CheckReport report() {
        return new CheckReport(compilation.findings(), compilation.clean() ? compilation.mainClass() : null);
    }

    synchronized LoadedScript woven(UnaryOperator<Map<String, byte[]>> weaver) {
        if (woven == null) {
            woven = new LoadedScript(compilation.mainClass(), weaver.apply(compilation.classes()));
        }
        return woven;
    }
}
