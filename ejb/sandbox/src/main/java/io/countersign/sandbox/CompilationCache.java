package io.countersign.sandbox;

import io.countersign.sandbox.source.Compilation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The latest compilations by owner and source: what was compiled for one is not used by another. A verdict that may be the hour's fault (too costly) is not kept. */
final class CompilationCache {
    private static final int MOST = 256;

    private final Map<Key, CompiledSource> kept = new LinkedHashMap<>(64, 0.75f, true);

    private record Key(Tenant owner, String source) {}

    /** Compiles what is not known yet; null where the compiler answers null, having no time for it. */
    @Nullable
    CompiledSource get(Tenant owner, String source, Supplier<@Nullable Compilation> compiler) {
        Key key = new Key(owner, source);
        CompiledSource known = known(key);
        if (known != null) {
            return known;
        }
        Compilation compilation = compiler.get();
        if (compilation == null) {
            return null;
        }
        CompiledSource made = new CompiledSource(source, compilation);
        boolean lasting = made.findings().stream()
                .noneMatch(f -> f.code().equals("INTERRUPTED") || f.code().equals("COMPILE_TOO_COSTLY"));
        if (lasting) {
            keep(key, made);
        }
        return made;
    }

    private synchronized @Nullable CompiledSource known(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, CompiledSource made) {
        kept.put(key, made);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
