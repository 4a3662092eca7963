package io.countersign.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is wrong is said at once, by the field's name. */
class BodyFieldsTest {

    @Test
    void everyBadFieldIsNamedAtOnce() throws IOException {
        BodyFields form = form("""
                {"text": 1, "number": "x", "flag": "yes", "id": "1-1-1-1-1", "at": "yesterday", "list": [1],
                 "map": [], "inner": {"odd": 1}, "steps": [{"n": 1}, {"n": "two"}], "stray": true}""");
        form.require("missing");
        form.text("text");
        form.number("number");
        form.flag("flag");
        form.uuid("id");
        form.time("at");
        form.texts("list");
        form.object("map");
        form.nested("inner", inner -> inner.text("even"));
        form.nestedList("steps", step -> step.integer("n"));
        assertEquals(
                Set.of(
                        "missing",
                        "text",
                        "number",
                        "flag",
                        "id",
                        "at",
                        "list",
                        "map",
                        "inner.odd",
                        "steps[1].n",
                        "stray"),
                badFields(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2147483648", "-2147483649", "1.5", "1e400", "1E-400", "9999999999999999999", "\"1\"", "true"})
    void whatIsNoSmallWholeNumberIsRefused(String json) throws IOException {
        BodyFields form = form("{\"n\": " + json + "}");
        assertNull(form.integer("n"));
        assertEquals(Set.of("n"), badFields(form));
    }

    @Test
    void aWholeNumberMayBeWrittenWithAFraction() throws IOException {
        BodyFields form = form("{\"n\": 2.0}");
        assertEquals(2, form.integer("n"));
        form.done();
    }

    @Test
    void anExplicitNullIsToldFromAnAbsentField() throws IOException {
        BodyFields form = form("{\"a\": null}").notNull("a", "b");
        assertEquals(Set.of("a"), badFields(form));
    }

    @Test
    void timesNeedAnOffsetAndAHumanYear() {
        assertNull(BodyFields.instant("2026-01-01T00:00:00"));
        assertNull(BodyFields.instant("+99999-01-01T00:00:00Z"));
        assertEquals("2025-12-31T23:00:00Z", String.valueOf(BodyFields.instant("2026-01-01T00:00:00+01:00")));
    }

    private static BodyFields form(String json) throws IOException {
        return BodyReader.parse(json.getBytes(StandardCharsets.UTF_8)).form();
    }

    private static Set<String> badFields(BodyFields form) {
        Refusal refusal = assertThrows(Refusal.class, form::done);
        List<?> fields = (List<?>) refusal.details().get("fields");
        return fields.stream()
                .map(field -> String.valueOf(((Map<?, ?>) field).get("field")))
                .collect(Collectors.toSet());
    }
}
