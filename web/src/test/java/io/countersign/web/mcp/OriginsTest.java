package io.countersign.web.mcp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.security.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites do not speak to agents' tools. */
class OriginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost:8081",
                "http://localhost:8080.evil.example",
                "%%"
            })
    void aForeignOriginIsRefused(String origin) {
        assertThrows(Refusal.class, () -> Origins.requireOwn(origin, "localhost:8080"));
    }

    @Test
    void programsAndOurOwnPagesAreNot() {
        assertDoesNotThrow(() -> Origins.requireOwn(null, "localhost:8080"));
        assertDoesNotThrow(() -> Origins.requireOwn("http://localhost:8080", "localhost:8080"));
    }
}
