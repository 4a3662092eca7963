package io.countersign.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The wire's names become the records' and back. */
class WireJsonTest {

    @Test
    void anEnvelopeOfAWorkflowIsRead() throws IOException {
        One<Workflow> one = WireJson.MAPPER.readValue("""
                {"data": {"uuid": "93e5c2b9-8d5d-4d29-b805-12addd0b3fd5", "name": "Block IP", "kind": "script",
                  "indicator_types": ["ip"], "is_builtin": true, "code_version": 3, "sha256": "ab",
                  "created_at": "2026-11-22T14:41:42.011329Z", "updated_at": "2026-11-22T14:41:42.011329Z",
                  "created_by": "maya", "archived_at": null, "a_field_of_tomorrow": {}}, "meta": {}}""", new TypeReference<>() {});
        assertTrue(one.data().isBuiltin());
        assertEquals(3, one.data().codeVersion());
        assertEquals(List.of("ip"), one.data().indicatorTypes());
        assertEquals("2026-11-22T14:41:42.011329Z", one.data().createdAt().toString());
        assertNull(one.data().archivedAt());
    }

    @Test
    void aPageSaysHowManyThereAre() throws IOException {
        Many<Version> many = WireJson.MAPPER.readValue("""
                {"data": [], "meta": {"total": 7, "page": 2, "page_size": 5, "total_pages": 2}}""", new TypeReference<>() {});
        assertEquals(new Many.Meta(7, 2, 5, 2), many.meta());
    }

    @Test
    void whatIsNullIsNotSent() throws IOException {
        String json = WireJson.MAPPER.writeValueAsString(
                new ExecuteAsk(new Indicator("ip", "203.0.113.9", null, null), null, null, null, "why", 0.9));
        assertEquals(
                "{\"indicator\":{\"type\":\"ip\",\"value\":\"203.0.113.9\"},\"reason\":\"why\",\"confidence\":0.9}",
                json);
    }

    @Test
    void anErrorEnvelopeBecomesARefusal() {
        RefusedException refused = RefusalMapper.read(403, """
                {"error": {"code": "FORBIDDEN", "message": "no", "details": {"required_scopes": ["admin"]}}}""");
        assertEquals("FORBIDDEN", refused.code());
        assertEquals(List.of("admin"), refused.details().get("required_scopes"));
    }

    @Test
    void anAnswerOfSomebodyElseIsARefusalToo() {
        assertEquals("HTTP_502", RefusalMapper.read(502, "<html>").code());
        assertEquals("HTTP_503", RefusalMapper.read(503, "").code());
    }
}
