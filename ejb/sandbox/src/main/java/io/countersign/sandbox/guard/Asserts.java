package io.countersign.sandbox.guard;

/** Guards of assertions: they are off, as everywhere by default. */
public final class Asserts {
    private Asserts() {}

    public static boolean enabled(Class<?> script) {
        return false;
    }
}
