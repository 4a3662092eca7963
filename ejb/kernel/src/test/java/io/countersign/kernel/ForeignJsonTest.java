package io.countersign.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of another product's JSON only what is asked for matters, but it is JSON. */
class ForeignJsonTest {

    @Test
    void whatIsAbsentOrOfAnotherTypeIsNull() {
        ForeignJson json = ForeignJson.read("""
                {"ok": true, "user": {"id": "U1", "n": 1}, "actions": [{"id": "a"}, 2, {"id": "b"}]}""").orElseThrow();
        assertTrue(json.isTrue("ok"));
        assertFalse(json.isTrue("user"));
        assertEquals("U1", json.text("user", "id"));
        assertNull(json.text("user", "n"));
        assertNull(json.text("user", "id", "deeper"));
        assertNull(json.object("ok"));
        assertEquals(
                List.of("a", "b"),
                json.objects("actions").stream().map(one -> one.text("id")).toList());
        assertEquals(List.of(), json.objects("user"));
        assertEquals(
                "{\"id\":\"U1\",\"n\":1}",
                Optional.ofNullable(json.object("user")).orElseThrow().write());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"id\":\"a\",\"id\":\"b\"}", "{\"id\":\"\\u0000\"}"})
    void whatIsNoSoundObjectIsNotRead(String text) {
        assertEquals(Optional.empty(), ForeignJson.read(text));
    }
}
