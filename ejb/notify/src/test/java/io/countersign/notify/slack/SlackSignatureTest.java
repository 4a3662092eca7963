package io.countersign.notify.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSignatureTest {
    private static final String AT = "1700000000";
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private final SlackSignature signature = new SlackSignature("8f742231b10e8888abcd99yyyzzz85a5");
    private final byte[] body = "payload=%7B%7D".getBytes(StandardCharsets.UTF_8);

    @Test
    void theDocumentedFormIsSigned() {
        // computed with: printf 'v0:1700000000:payload=%%7B%%7D' | openssl dgst -sha256 -hmac SECRET
        assertEquals("v0=cddb1b90c3764799fa0796bdab37ea930b70cc398e12370c415cfc535b0c4432", signature.sign(body, AT));
    }

    @Test
    void aGoodSignatureIsAccepted() {
        assertTrue(signature.accepts(body, AT, signature.sign(body, AT), NOW));
    }

    @Test
    void anotherBodyIsRefused() {
        byte[] other = "payload=%7B1%7D".getBytes(StandardCharsets.UTF_8);
        assertFalse(signature.accepts(other, AT, signature.sign(body, AT), NOW));
    }

    @Test
    void anotherSecretIsRefused() {
        assertFalse(signature.accepts(body, AT, new SlackSignature("other").sign(body, AT), NOW));
    }

    @Test
    void theWindowIsFiveMinutesEitherWay() {
        String good = signature.sign(body, AT);
        assertTrue(signature.accepts(body, AT, good, NOW.plusSeconds(300)));
        assertFalse(signature.accepts(body, AT, good, NOW.plusSeconds(301)));
        assertFalse(signature.accepts(body, AT, good, NOW.minusSeconds(301)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1", "99999999999999999999", "1.7e9", "١٧٠٠٠٠٠٠٠٠"})
    void garbageForATimeIsRefused(String timestamp) {
        assertFalse(signature.accepts(body, timestamp, signature.sign(body, timestamp), NOW));
    }

    @Test
    void missingHeadersAreRefused() {
        assertFalse(signature.accepts(body, null, signature.sign(body, AT), NOW));
        assertFalse(signature.accepts(body, AT, null, NOW));
    }
}
