package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageJsonTest {

    private final PageJson json = new PageJson();

    @Test
    void oneMemberALine() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a", 1);
        value.put("b", List.of("x", true));
        value.put("c", Map.of());
        value.put("d", null);
        assertEquals(
                "{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    true\n  ],\n  \"c\": {},\n  \"d\": null\n}",
                json.of(value));
    }

    @Test
    void nothingIsSaidOfNothing() {
        assertEquals("", json.of(null));
        assertEquals("", json.of(Map.of()));
    }

    @Test
    void fieldsOfALogLineStandInALine() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", 200);
        fields.put("host", "fw 1");
        assertEquals("status=200  host=fw 1", json.inline(fields));
    }
}
