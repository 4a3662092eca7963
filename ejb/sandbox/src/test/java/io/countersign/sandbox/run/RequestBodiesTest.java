package io.countersign.sandbox.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.script.Http;
import io.countersign.script.Part;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bodies of requests are made of. */
class RequestBodiesTest {

    @Test
    void aFieldOfAFormMayHaveSeveralValues() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cmd", "block & log");
        fields.put("ip", List.of("203.0.113.9", "2001:db8::1"));
        fields.put("hours", 24);
        fields.put("dry run", true);
        fields.put("none", List.of());
        assertEquals(
                "cmd=block+%26+log&ip=203.0.113.9&ip=2001%3Adb8%3A%3A1&hours=24&dry+run=true", FormBody.of(fields));
    }

    @Test
    void aFieldThatIsNoTextIsNamed() {
        Map<String, Object> missing = new LinkedHashMap<>();
        missing.put("ip", null);
        assertEquals(
                "form field ip must be a text, a number, a boolean or a collection of these, not null",
                assertThrows(IllegalArgumentException.class, () -> FormBody.of(missing))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> FormBody.of(Map.of("a", List.of(Map.of()))));
        assertThrows(IllegalArgumentException.class, () -> FormBody.of(Map.of("a", new int[] {1})));
    }

    @Test
    void aMultipartBodyHoldsItsFieldsAndFilesAsTheyAre() {
        MultipartBody body = new MultipartBody(
                Part.text("comment", "für Ann"),
                Part.file("file", "a \"b\".bin", "application/zip", new byte[] {'P', 'K', 0, (byte) 0xff}),
                Part.file("file", "c", null, new byte[0]));
        String boundary = body.contentType().substring("multipart/form-data; boundary=".length());
        assertTrue(boundary.matches("countersign-[0-9a-f]{32}"), boundary);
        String expected = "--B\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\nfür Ann\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.bin\"\r\n"
                + "Content-Type: application/zip\r\n\r\nPK\0\u00ff\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n\r\n--B--\r\n";
        byte[] bytes = body.bytes();
        String umlaut = new String("für".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals(
                expected.replace("B\r\nContent", boundary + "\r\nContent")
                        .replace("--B--", "--" + boundary + "--")
                        .replace("für", umlaut),
                new String(bytes, StandardCharsets.ISO_8859_1));
        assertEquals(bytes.length, body.length());
    }

    @Test
    void theSamePartsMakeTheSameBytesAndOthersAnotherBoundary() {
        MultipartBody one = new MultipartBody(Part.text("a", "1"), Part.text("b", "2"));
        MultipartBody same = new MultipartBody(Part.text("a", "1"), Part.text("b", "2"));
        assertTrue(Arrays.equals(one.bytes(), same.bytes()));
        assertEquals(one.contentType(), same.contentType());
        assertNotEquals(one.contentType(), new MultipartBody(Part.text("a", "1")).contentType());
        assertNotEquals(one.contentType(), new MultipartBody(Part.text("a", "12"), Part.text("b", "")).contentType());
    }

    @Test
    void noPartCanWriteAHeaderOfItsOwn() {
        for (String name : List.of("a\r\nX-Evil: 1", "a\n", "a\0")) {
            assertThrows(IllegalArgumentException.class, () -> Part.text(name, ""));
            assertThrows(IllegalArgumentException.class, () -> Part.file("a", name, null, new byte[0]));
            assertThrows(IllegalArgumentException.class, () -> Part.file("a", "b", name, new byte[0]));
        }
        assertThrows(IllegalArgumentException.class, MultipartBody::new);
        assertThrows(IllegalArgumentException.class, () -> new MultipartBody((Part) null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann@example.com|ann%40example.com",
                "a/b?c=d#e|a%2Fb%3Fc%3Dd%23e",
                "../../admin|..%2F..%2Fadmin",
                "50% off|50%25%20off",
                "A-z_0.9~|A-z_0.9~",
                "ü€|%C3%BC%E2%82%AC"
            })
    void aSegmentStaysInItsPlace(String text, String segment) {
        assertEquals(segment, Http.encode(text));
    }

    @Test
    void aSegmentIsNoOtherPath() {
        assertThrows(IllegalArgumentException.class, () -> Http.encode("."));
        assertThrows(IllegalArgumentException.class, () -> Http.encode(".."));
        assertEquals("...", Http.encode("..."));
    }
}
