package io.countersign.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compressed is read as if it were not, within the limit of an answer. */
class ContentCodingTest {
    private static final int LIMIT = 100_000;

    private interface Coding {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] coded(byte[] body, Coding coding) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = coding.over(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        return coded(body, GZIPOutputStream::new);
    }

    private static HttpReply reply(int status, String coding, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("content-ENCODING", List.of(coding));
        headers.put("Content-Length", List.of(String.valueOf(body.length)));
        headers.put("ETag", List.of("\"1\""));
        return new HttpReply(status, headers, body, "https://a.example/");
    }

    private static byte[] decoded(String coding, byte[] body) throws HttpFailure {
        return ContentCoding.decoded(reply(200, coding, body), LIMIT).body();
    }

    private static byte[] text() {
        byte[] text = new byte[50_000];
        new Random(7).nextBytes(text);
        Arrays.fill(text, 10_000, 40_000, (byte) 'a');
        return text;
    }

    @Test
    void everyCodingIsUndone() throws Exception {
        byte[] raw = coded(text(), out -> new DeflaterOutputStream(out, new Deflater(6, true)));
        byte[] zlib = coded(text(), DeflaterOutputStream::new);
        assertArrayEquals(text(), decoded("gzip", gzip(text())));
        assertArrayEquals(text(), decoded("X-GZIP", gzip(text())));
        assertArrayEquals(text(), decoded("deflate", zlib));
        assertArrayEquals(text(), decoded("deflate", raw));
        assertArrayEquals(text(), decoded("deflate, gzip", gzip(zlib)));
        assertArrayEquals(text(), decoded("identity", text()));
    }

    @Test
    void whatSpeaksOfTheCodedBodyGoesWithIt() throws Exception {
        HttpReply reply = ContentCoding.decoded(reply(200, "gzip", gzip(text())), LIMIT);
        assertEquals(Map.of("ETag", List.of("\"1\"")), reply.headers());
        assertEquals("https://a.example/", reply.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, br", "compress"})
    void anUnknownCodingIsLeftAsItIs(String coding) throws Exception {
        HttpReply reply = reply(200, coding, new byte[] {1, 2, 3});
        assertSame(reply, ContentCoding.decoded(reply, LIMIT));
    }

    @Test
    void anEmptyBodyAndAPartOfOneAreLeftAsTheyAre() throws Exception {
        HttpReply head = reply(200, "gzip", new byte[0]);
        assertSame(head, ContentCoding.decoded(head, LIMIT));
        HttpReply part = reply(206, "gzip", Arrays.copyOf(gzip(text()), 100));
        assertSame(part, ContentCoding.decoded(part, LIMIT));
    }

    @Test
    void aBombEndsAtTheLimitInEveryLayer() throws Exception {
        byte[] bomb = gzip(new byte[20_000_000]);
        assertEquals(HttpFailure.Kind.RESPONSE_TOO_LARGE, failure("gzip", bomb).kind());
        assertEquals(
                HttpFailure.Kind.RESPONSE_TOO_LARGE,
                failure("gzip, gzip", gzip(bomb)).kind());
        byte[] deflated = coded(new byte[20_000_000], DeflaterOutputStream::new);
        assertEquals(
                HttpFailure.Kind.RESPONSE_TOO_LARGE,
                failure("deflate", deflated).kind());
        assertArrayEquals(new byte[LIMIT], decoded("gzip", gzip(new byte[LIMIT])));
        assertEquals(
                HttpFailure.Kind.RESPONSE_TOO_LARGE,
                failure("gzip", gzip(new byte[LIMIT + 1])).kind());
        assertEquals(
                HttpFailure.Kind.PROTOCOL,
                failure("gzip,gzip,gzip,gzip,gzip", gzip(text())).kind());
    }

    @Test
    void aBodyThatIsNotWhatItsHeaderSaysIsAFailure() throws Exception {
        byte[] cut = Arrays.copyOf(gzip(text()), 1_000);
        for (byte[] body : List.of(new byte[] {'{', '}'}, cut, new byte[] {0x78, (byte) 0x9c, 1})) {
            assertEquals(HttpFailure.Kind.PROTOCOL, failure("gzip", body).kind());
            assertEquals(HttpFailure.Kind.PROTOCOL, failure("deflate", body).kind());
        }
        assertEquals(
                "the answer says Content-Encoding: gzip, but its body is not",
                failure("gzip", cut).getMessage());
    }

    private static HttpFailure failure(String coding, byte[] body) {
        return assertThrows(HttpFailure.class, () -> decoded(coding, body));
    }
}
