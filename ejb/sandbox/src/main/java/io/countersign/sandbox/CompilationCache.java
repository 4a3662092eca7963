package io.countersign.sandbox;

import io.countersign.sandbox.source.Compilation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The latest compilations by source. A verdict that may be the hour's fault (too costly) is not kept. */
final class CompilationCache {
    private static final int MOST = 256;

    private final Function<String, Compilation> compiler;
    private final Map<String, CompiledSource> kept = new LinkedHashMap<>(64, 0.75f, true);

    CompilationCache(Function<String, Compilation> compiler) {
        this.compiler = compiler;
    }

    CompiledSource get(String source) {
        CompiledSource known = known(source);
        if (known != null) {
            return known;
        }
        CompiledSource made = new CompiledSource(source, compiler.apply(source));
        boolean lasting = made.findings().stream()
                .noneMatch(f -> f.code().equals("INTERRUPTED") || f.code().equals("COMPILE_TOO_COSTLY"));
        if (lasting) {
            keep(source, made);
        }
        return made;
    }

    private synchronized @Nullable CompiledSource known(String source) {
        return kept.get(source);
    }

    private synchronized void keep(String source, CompiledSource made) {
        kept.put(source, made);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
