package io.countersign.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How much of a body is read; what it must be like is StrictJson's to say. */
class BodyReaderTest {

    @Test
    void moreThanTheLimitIsTooLarge() throws IOException {
        byte[] eleven = new byte[11];
        assertArrayEquals(eleven, BodyReader.atMost(new ByteArrayInputStream(eleven), 11));
        Refusal refusal = assertThrows(Refusal.class, () -> BodyReader.atMost(new ByteArrayInputStream(eleven), 10));
        assertEquals(ErrorCode.PAYLOAD_TOO_LARGE, refusal.code());
    }
}
