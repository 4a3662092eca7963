package io.countersign.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A remembered secret opens for its caller alone. */
class ResponseEncryptionTest {

    private static final byte[] PLAIN = "{\"key\":\"csk_secret\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void theSameCallerOpensIt() {
        assertArrayEquals(
                PLAIN,
                ResponseEncryption.of("csk_a", "k")
                        .open(ResponseEncryption.of("csk_a", "k").close(PLAIN)));
    }

    @Test
    void anotherCallerDoesNot() {
        byte[] closed = ResponseEncryption.of("csk_a", "k").close(PLAIN);
        assertNull(ResponseEncryption.of("csk_b", "k").open(closed));
        assertNull(ResponseEncryption.of("csk_a", "other").open(closed));
    }

    @Test
    void whatRestsShowsNothing() {
        byte[] closed = ResponseEncryption.of("csk_a", "k").close(PLAIN);
        assertFalse(new String(closed, StandardCharsets.ISO_8859_1).contains("csk_secret"));
    }

    @Test
    void packingKeepsEveryCharacter() {
        String text = "ä\u0001\ud83d\ude00".repeat(1000);
        assertEquals(text, CompressedText.unpack(CompressedText.bytes(CompressedText.text(CompressedText.pack(text)))));
        assertNotNull(CompressedText.pack(""));
    }
}
