package io.countersign.sandbox;

import java.util.List;

/**
 * The save-time check alone, in this JVM: for a command line whose user checks files of their own, and who waits for nothing
 * but its answer. Nothing of a source is run. A server has {@link Sandbox#check} for sources of others.
 */
public final class SourceCheck {
    private final InProcessCompiler compiler = new InProcessCompiler();

    /** Everything that is wrong with the source; ends within 15 seconds whatever the source. */
    public List<Finding> findings(String source) {
        return compiler.compiled(source).findings();
    }
}
