package io.countersign.web.mcp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites do not speak to agents' tools, whatever name they have made lead here. */
class OriginsTest {

    private static final String BASE = "https://countersign.example.com";

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
        assertThrows(Refusal.class, () -> check(origin, "localhost:8080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example.com", "evil.example.com:8080", "127.0.0.1.evil.example", "localhost.evil.example"})
    void aForeignNameIsRefusedEvenWhereTheOriginAgreesWithIt(String host) {
        assertThrows(Refusal.class, () -> check("http://" + host, host));
        assertThrows(Refusal.class, () -> check(null, host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "LOCALHOST",
                "127.0.0.1:8080",
                "[::1]:8080",
                "10.1.2.3:8080",
                "countersign.example.com"
            })
    void theServersOwnNamesAreGood(String host) {
        assertDoesNotThrow(() -> check(null, host));
        assertDoesNotThrow(() -> check("http://" + host, host));
    }

    @Test
    void thePublicAddressIsAGoodOriginBehindAProxy() {
        assertDoesNotThrow(() -> check(BASE, "10.1.2.3:8080"));
    }

    private static void check(String origin, String host) {
        Origins.requireOwn(origin, host, "10.1.2.3", BASE);
    }
}
