package io.countersign.sandbox.guard;

/** Guards of assertions: they are off, as everywhere by default. */
public final class AssertionGuards {
    private AssertionGuards() {}

    public static boolean enabled(Class<?> script) {
        return false;
    }
}
