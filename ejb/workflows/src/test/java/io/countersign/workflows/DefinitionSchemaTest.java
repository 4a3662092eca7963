package io.countersign.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefinitionSchemaTest {
    @Test
    void onlyTheNameIsRequiredAndTheRestHasTheContractsDefaults() {
        Definition d = read(Map.of("name", "Block IP"));
        assertEquals("script", d.text("kind"));
        assertEquals("draft", d.text("state"));
        assertEquals(300, d.integer("timeout_seconds"));
        assertEquals(0, d.integer("retry_count"));
        assertEquals("medium", d.text("risk_level"));
        assertEquals("always", d.text("approval_mode"));
        assertEquals("manual", d.text("approval_type"));
        assertEquals(3600, d.integer("approval_timeout_seconds"));
        assertEquals(1, d.integer("required_rejections"));
        assertEquals(List.of(), d.texts("allowed_secrets"));
    }

    @Test
    void everyBadFieldIsNamedAtOnce() {
        Map<String, Object> bad = new LinkedHashMap<>();
        bad.put("name", " ");
        bad.put("timeout_seconds", 0);
        bad.put("retry_count", 11);
        bad.put("risk_level", "extreme");
        bad.put("approval_timeout_seconds", 29);
        bad.put("indicator_types", List.of("ip", "phone"));
        bad.put("required_approvers", 1);
        bad.put("colour", "red");
        bad.put("uuid", "x");
        assertEquals(
                Set.of(
                        "name",
                        "timeout_seconds",
                        "retry_count",
                        "risk_level",
                        "approval_timeout_seconds",
                        "indicator_types[1]",
                        "required_approvers",
                        "colour",
                        "uuid"),
                refusedFields(bad));
    }

    @Test
    void aNameIsMeasuredInCharactersAsPeopleCountThem() {
        String shield = "\uD83D\uDEE1";
        assertEquals(
                shield.repeat(200), read(Map.of("name", shield.repeat(200))).text("name"));
        assertEquals(Set.of("name"), refusedFields(Map.of("name", shield.repeat(201))));
        assertEquals(Set.of("name"), refusedFields(Map.of("name", "x".repeat(201))));
    }

    @Test
    void fractionsTextsAndBooleansAreNoWholeNumbers() {
        for (Object value : List.of(1.5, "300", true, 1e300)) {
            assertEquals(Set.of("timeout_seconds"), refusedFields(Map.of("name", "x", "timeout_seconds", value)));
        }
        assertEquals(60, read(Map.of("name", "x", "timeout_seconds", 60.0)).integer("timeout_seconds"));
    }

    @Test
    void multiNeedsANumberOrAQuorumAndNeverBoth() {
        Map<String, Object> quorum = Map.of("all", List.of(Map.of("role", "soc-lead", "count", 2)));
        assertEquals(Set.of("required_approvers"), refusedFields(Map.of("name", "x", "approval_type", "multi")));
        assertEquals(
                Set.of("required_approvers"),
                refusedFields(
                        Map.of("name", "x", "approval_type", "multi", "required_approvers", 2, "quorum", quorum)));
        assertEquals(Set.of("quorum"), refusedFields(Map.of("name", "x", "quorum", quorum)));
        read(Map.of("name", "x", "approval_type", "multi", "quorum", quorum));
        read(Map.of("name", "x", "approval_type", "multi", "required_approvers", 2));
    }

    @Test
    void whatTheTypeWouldNotLookAtIsRefused() {
        assertEquals(Set.of("required_approvers"), refusedFields(Map.of("name", "x", "required_approvers", 3)));
        assertEquals(Set.of("approvers"), refusedFields(Map.of("name", "x", "approvers", List.of("ciso"))));
        assertEquals(
                Set.of("approvers"),
                refusedFields(Map.of(
                        "name", "x", "approval_type", "multi", "required_approvers", 2, "approvers", List.of("ciso"))));
        Definition multi = read(Map.of("name", "x", "approval_type", "multi", "required_approvers", 2));
        JsonFields later = new JsonFields(Map.of("approval_type", "manual"));
        assertEquals(
                "manual",
                DefinitionSchema.read(later, multi, 3600).text("approval_type"),
                "what an older type left is idle");
        later.refuse();
    }

    @Test
    void anEmergencyWaitsLessLongUnlessItsAuthorSaysHowLong() {
        assertEquals(
                900, read(Map.of("name", "x", "approval_type", "emergency")).integer("approval_timeout_seconds"));
        assertEquals(
                3600,
                read(Map.of("name", "x", "approval_type", "emergency", "approval_timeout_seconds", 3600))
                        .integer("approval_timeout_seconds"));
    }

    @Test
    void whatTheServerSaysAboutExpiryHoldsUntilTheAuthorSaysOtherwise() {
        assertEquals(1800, expiry(1800, Map.of("name", "x")));
        assertEquals(60, expiry(1800, Map.of("name", "x", "approval_timeout_seconds", 60)));
        assertEquals(900, expiry(1800, Map.of("name", "x", "approval_type", "emergency")));
        assertEquals(600, expiry(600, Map.of("name", "x", "approval_type", "emergency")));
    }

    @Test
    void anEmptyFieldOfTheConsoleIsTheServersDefault() {
        Map<String, Object> fields = new java.util.LinkedHashMap<>(Map.of("name", "x", "approval_type", "emergency"));
        fields.put("approval_timeout_seconds", null);
        assertEquals(900, expiry(1800, fields));
        fields.put("approval_type", "manual");
        assertEquals(1800, expiry(1800, fields));
    }

    @Test
    void documentationIsCountedInCharacters() {
        String longest = "🔒".repeat(10_000);
        assertEquals(
                longest, read(Map.of("name", "x", "documentation", longest)).text("documentation"));
    }

    private static int expiry(int usual, Map<String, Object> fields) {
        return DefinitionSchema.read(new JsonFields(fields), DefinitionSchema.fresh(usual), usual)
                .integer("approval_timeout_seconds");
    }

    @Test
    void singleAndUnanimousNeedSomebodyNamed() {
        for (String type : List.of("single", "unanimous")) {
            assertEquals(Set.of("approvers"), refusedFields(Map.of("name", "x", "approval_type", type)));
            read(Map.of("name", "x", "approval_type", type, "approvers", List.of("ann")));
            read(Map.of("name", "x", "approval_type", type, "required_roles", List.of("approver")));
        }
    }

    @Test
    void anEndpointNeedsAnAbsoluteUrlWithoutUserAndNoForeignFraming() {
        for (String url : List.of("ftp://h/x", "/relative", "http://user@h/", "http:///x", "h t")) {
            assertEquals(Set.of("endpoint.url"), refusedFields(endpoint(Map.of("url", url))), url);
        }
        assertEquals(
                Set.of("endpoint.headers.Host"),
                refusedFields(endpoint(Map.of("url", "https://h/", "headers", Map.of("Host", "other")))));
        assertEquals(
                Set.of("endpoint.headers.X"),
                refusedFields(endpoint(Map.of("url", "https://h/", "headers", Map.of("X", "a\r\nb: c")))));
        Map<String, Object> granted = new LinkedHashMap<>(
                endpoint(Map.of("url", "https://h/hook", "secret_headers", Map.of("X-Key", "HOOK_KEY"))));
        assertEquals(Set.of("endpoint.secret_headers.X-Key"), refusedFields(granted));
        granted.put("allowed_secrets", List.of("HOOK_KEY"));
        Endpoint read = read(granted).endpoint();
        assertEquals(new Endpoint("https://h/hook", "POST", Map.of(), Map.of("X-Key", "HOOK_KEY")), read);
    }

    @Test
    void patchLeavesAbsentFieldsAndNullGoesBackToTheDefault() {
        Definition before = read(Map.of("name", "x", "timeout_seconds", 60, "tags", List.of("a")));
        Map<String, Object> patch = new LinkedHashMap<>();
        patch.put("timeout_seconds", null);
        JsonFields form = new JsonFields(patch);
        Definition after = DefinitionSchema.read(form, before, 3600);
        form.refuse();
        assertEquals(300, after.integer("timeout_seconds"));
        assertEquals(List.of("a"), after.texts("tags"));
        assertEquals(Set.of("timeout_seconds"), before.changesTo(after).keySet());
    }

    @Test
    void whatAltersTheRunOrTheDecidersChangesTheBindingAndNamesDoNot() {
        Definition before = read(Map.of("name", "x"));
        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("allowed_hosts", List.of("h")),
                Map.of("allowed_secrets", List.of("S")),
                Map.of("risk_level", "high"),
                Map.of("approval_mode", "never"),
                Map.of("required_roles", List.of("soc-lead")))) {
            assertTrue(
                    !before.bindingSha256("c").equals(changed(before, change).bindingSha256("c")), change.toString());
        }
        for (Map<String, Object> change : List.<Map<String, Object>>of(
                Map.of("name", "y"), Map.of("documentation", "d"), Map.of("tags", List.of("t")))) {
            assertEquals(before.bindingSha256("c"), changed(before, change).bindingSha256("c"), change.toString());
        }
    }

    @Test
    void storedDefinitionsReadBackTheSame() {
        Definition before = read(Map.of(
                "name",
                "x",
                "limits",
                Map.of("steps", 1000),
                "escalation",
                List.of(Map.of("after_seconds", 60, "roles", List.of("r")))));
        Definition after = Definition.parse(before.json());
        assertEquals(before.json(), after.json());
        assertEquals(Map.of("steps", 1000L), after.numbers("limits"));
        assertEquals(60, after.escalation().get(0).afterSeconds());
    }

    private static Map<String, Object> endpoint(Map<String, Object> endpoint) {
        return Map.of("name", "x", "kind", "http_endpoint", "endpoint", endpoint);
    }

    private static Definition changed(Definition before, Map<String, Object> change) {
        JsonFields form = new JsonFields(change);
        Definition after = DefinitionSchema.read(form, before, 3600);
        form.refuse();
        return after;
    }

    private static Definition read(Map<String, Object> fields) {
        return changed(new Definition(DefinitionSchema.DEFAULTS), fields);
    }

    private static Set<String> refusedFields(Map<String, Object> fields) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(fields));
        assertEquals(ErrorCode.VALIDATION_ERROR, refusal.code());
        return ((List<?>) refusal.details().get("fields"))
                .stream()
                        .map(field -> String.valueOf(((Map<?, ?>) field).get("field")))
                        .collect(Collectors.toSet());
    }
}
