package io.countersign.sandbox.guard;

import java.util.MissingResourceException;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;

/** What is found in something thrown, in its causes and in what was suppressed on the way. */
final class ThrownChain {
    /** Beyond so many the rest is not looked at, and the run counts as harmful. */
    private static final int MOST = 256;

    private final ClassLoader script;
    private int seen;
    private boolean harmful;
    private @Nullable Error ending;

    ThrownChain(Throwable thrown, ClassLoader script) {
        this.script = script;
        look(thrown);
    }

    /** Whether a class or a service of the JVM may have been left half made. */
    boolean harmful() {
        return harmful;
    }

    /** The first error that ends a run; null if there is none. */
    @Nullable
    Error ending() {
        return ending;
    }

    private void look(@Nullable Throwable first) {
        for (Throwable at = first; at != null; at = causeOf(at)) {
            if (++seen > MOST) {
                harmful = true;
                return;
            }
            if (at instanceof VirtualMachineError error) {
                ending = ending == null ? error : ending;
            }
            harmful |= at instanceof LinkageError
                    || at instanceof VirtualMachineError
                    || at instanceof ServiceConfigurationError
                    || at instanceof MissingResourceException;
            for (Throwable suppressed : at.getSuppressed()) {
                look(suppressed);
            }
        }
    }

    /** What a class of the script's own says is its cause has come by a handler before. */
    private @Nullable Throwable causeOf(Throwable thrown) {
        return thrown.getClass().getClassLoader() == script ? null : thrown.getCause();
    }
}
