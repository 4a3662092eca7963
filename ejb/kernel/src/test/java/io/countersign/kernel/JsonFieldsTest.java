package io.countersign.kernel;

import static io.countersign.kernel.FieldType.anyObject;
import static io.countersign.kernel.FieldType.flag;
import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.listOf;
import static io.countersign.kernel.FieldType.mapOf;
import static io.countersign.kernel.FieldType.namesOf;
import static io.countersign.kernel.FieldType.number;
import static io.countersign.kernel.FieldType.object;
import static io.countersign.kernel.FieldType.sequenceOf;
import static io.countersign.kernel.FieldType.text;
import static io.countersign.kernel.FieldType.time;
import static io.countersign.kernel.FieldType.uuid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that is wrong is said at once, by the field's name. */
class JsonFieldsTest {

    @Test
    void everyBadFieldIsNamedAtOnce() {
        JsonFields fields = fields("""
                {"text": 1, "number": "x", "flag": "yes", "id": "1-1-1-1-1", "at": "yesterday", "list": ["a", 1, null],
                 "map": [], "inner": {"odd": 1}, "steps": [{"n": 1}, {"n": "two"}], "named": {"k": 1}, "null": null,
                 "stray": true}""");
        fields.need("missing", text());
        fields.need("null", text());
        fields.read("text", text());
        fields.read("number", number(0, 1));
        fields.read("flag", flag());
        fields.read("id", uuid());
        fields.read("at", time());
        fields.read("list", listOf(text(), 10));
        fields.read("map", anyObject());
        fields.read("inner", object(inner -> inner.read("even", text())));
        fields.read("steps", listOf(object(step -> step.read("n", integer(0, 9))), 10));
        fields.read("named", mapOf(text(), text(), 10));
        assertEquals(
                Set.of(
                        "missing",
                        "null",
                        "text",
                        "number",
                        "flag",
                        "id",
                        "at",
                        "list[1]",
                        "list[2]",
                        "map",
                        "inner.odd",
                        "steps[1].n",
                        "named.k",
                        "stray"),
                bad(fields).keySet());
    }

    @Test
    void oneFaultHasOneWording() {
        JsonFields fields =
                fields("{\"a\": 1, \"b\": \" \", \"c\": \"abcd\", \"d\": \"x\\u0000\", \"e\": null, \"g\": []}");
        fields.read("a", text(1, 3));
        fields.read("b", text(1, 3));
        fields.read("c", text(1, 3));
        fields.read("d", text(3));
        fields.need("e", text());
        fields.need("f", text());
        assertEquals(
                Map.of(
                        "a", "must be a string",
                        "b", "must not be blank",
                        "c", "must have at most 3 characters, has 4",
                        "d", "must not hold the character U+0000",
                        "e", "must not be null",
                        "f", "is required",
                        "g", "is not a known field"),
                bad(fields));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2147483648",
                "-2147483649",
                "1.5",
                "1e400",
                "1E-400",
                "1E9999999",
                "9999999999999999999",
                "1.0000000000000000000000001",
                "\"1\"",
                "true"
            })
    void whatIsNoWholeNumberInRangeIsRefused(String json) {
        JsonFields fields = fields("{\"n\": " + json + "}");
        assertNull(fields.read("n", integer(Integer.MIN_VALUE, Integer.MAX_VALUE)));
        assertEquals(Set.of("n"), bad(fields).keySet());
    }

    @Test
    void aWholeNumberMayBeWrittenWithAFraction() {
        JsonFields fields = fields("{\"n\": 2.0, \"far\": 1e3}");
        assertEquals(2, fields.read("n", integer(0, 9)));
        assertEquals(1000, fields.read("far", integer(0, 1000)));
        fields.refuse();
    }

    @Test
    void aNumberIsJudgedByAllItsDigits() {
        JsonFields fields = fields("{\"over\": 1.00000000000000000000001, \"half\": 0.5}");
        assertEquals(0.5, fields.read("half", number(0, 1)));
        fields.read("over", number(0, 1));
        assertEquals(Map.of("over", "must be a number from 0 to 1"), bad(fields));
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleCountThem() {
        JsonFields fields = fields("{\"a\": \"" + "😀".repeat(5) + "\", \"b\": \"" + "😀".repeat(6) + "\"}");
        fields.read("a", text(1, 5));
        fields.read("b", text(1, 5));
        assertEquals(Map.of("b", "must have at most 5 characters, has 6"), bad(fields));
    }

    @Test
    void aListHoldsAnElementOnceAndASequenceEachTime() {
        JsonFields fields = fields("{\"a\": [\"x\", \"x\"], \"b\": [\"x\", \"x\"], \"c\": []}");
        assertEquals(List.of("x"), fields.read("a", listOf(text(), 2)));
        assertEquals(List.of("x", "x"), fields.read("b", sequenceOf(text(), 1, 2)));
        fields.read("c", sequenceOf(text(), 1, 2));
        assertEquals(Set.of("c"), bad(fields).keySet());
    }

    @Test
    void whatIsWrongWithANameIsSaidOfTheListOnce() {
        JsonFields fields = fields("{\"a\": [\"x\", \" \", 1], \"b\": [\"x\", \"y\"], \"c\": [\"x\", \"x\"]}");
        fields.read("a", namesOf(text(1, 5), 5));
        fields.read("b", namesOf(text(1, 5), 1));
        assertEquals(List.of("x"), fields.read("c", namesOf(text(1, 5), 2)));
        assertEquals(
                Map.of("a", "one of them must not be blank", "b", "must have at most 1 elements, has 2"), bad(fields));
    }

    @Test
    void anExplicitNullIsToldFromAnAbsentField() {
        JsonFields fields = fields("{\"a\": null}").notNull("a", "b");
        assertEquals(Set.of("a"), bad(fields).keySet());
    }

    @Test
    void whatIsShownOnlyIsToldFromWhatIsUnknown() {
        JsonFields fields = fields("{\"uuid\": 1, \"odd\": 1}");
        fields.readOnly(Set.of("uuid"));
        assertEquals(Map.of("uuid", "is read-only", "odd", "is not a known field"), bad(fields));
    }

    @Test
    void timesNeedAnOffsetAndAHumanYear() {
        assertNull(TextForms.time("2026-01-01T00:00:00"));
        assertNull(TextForms.time("+99999-01-01T00:00:00Z"));
        assertEquals("2025-12-31T23:00:00Z", String.valueOf(TextForms.time("2026-01-01T00:00:00+01:00")));
        assertNull(TextForms.uuid("1-1-1-1-1"));
        assertTrue(TextForms.uuid("00000000-0000-0000-0000-00000000000A") != null);
    }

    private static JsonFields fields(String json) {
        return new JsonFields(CanonicalJson.parseObject(json));
    }

    private static Map<String, String> bad(JsonFields fields) {
        Refusal refusal = assertThrows(Refusal.class, fields::refuse);
        Map<String, String> bad = new LinkedHashMap<>();
        for (Object field : (List<?>) refusal.details().get("fields")) {
            Map<?, ?> error = (Map<?, ?>) field;
            bad.put(String.valueOf(error.get("field")), String.valueOf(error.get("message")));
        }
        return bad;
    }
}
