package io.countersign.sandbox.guard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.MissingResourceException;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;

/** Wherever it is hidden, what ends a run is found. */
class ThrownChainTest {
    private static ThrownChain chain(Throwable thrown) {
        return new ThrownChain(thrown, new ClassLoader(null) {});
    }

    @Test
    void aPlainExceptionIsHarmless() {
        ThrownChain plain = chain(new IllegalStateException(new RuntimeException()));
        assertFalse(plain.harmful());
        assertNull(plain.ending());
    }

    @Test
    void aSuppressedOverflowOfACauseEnds() {
        StackOverflowError overflow = new StackOverflowError();
        Exception cause = new Exception();
        Exception closed = new Exception();
        closed.addSuppressed(new Exception(overflow));
        cause.addSuppressed(closed);
        ThrownChain hidden = chain(new RuntimeException(cause));
        assertSame(overflow, hidden.ending());
        assertTrue(hidden.harmful());
    }

    @Test
    void anOverflowBehindManyCausesEnds() {
        StackOverflowError overflow = new StackOverflowError();
        Throwable at = overflow;
        for (int i = 0; i < 100; i++) {
            at = new RuntimeException(at);
        }
        assertSame(overflow, chain(at).ending());
    }

    @Test
    void aChainTooLongToLookAtIsHarmful() {
        Throwable at = new Exception();
        for (int i = 0; i < 1_000; i++) {
            at = new RuntimeException(at);
        }
        assertTrue(chain(at).harmful());
    }

    @Test
    void whatLeavesAClassOrAServiceHalfMadeIsHarmfulAndDoesNotEnd() {
        for (Throwable t : new Throwable[] {
            new NoClassDefFoundError(),
            new ExceptionInInitializerError(),
            new ServiceConfigurationError("a"),
            new MissingResourceException("a", "b", "c")
        }) {
            ThrownChain found = chain(new IllegalStateException(t));
            assertTrue(found.harmful(), t.toString());
            assertNull(found.ending());
        }
    }
}
