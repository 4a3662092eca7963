package io.countersign.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacSha256Test {

    /** Test case 2 of RFC 4231. */
    @Test
    void theCodeIsThatOfTheStandard() {
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HexFormat.of().formatHex(HmacSha256.of(bytes("Jefe"), bytes("what do ya want for nothing?"))));
    }

    @Test
    void partsAreOneMessage() {
        assertArrayEquals(
                HmacSha256.of(bytes("key"), bytes("onetwo")), HmacSha256.of(bytes("key"), bytes("one"), bytes("two")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
