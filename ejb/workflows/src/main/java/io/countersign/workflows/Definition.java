package io.countersign.workflows;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Rule;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.Characters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The writable fields of a workflow but its code, in normal form: what the definition column holds. Every field of the
 * contract is present; null stands for "not set".
 */
record Definition(Map<String, Object> fields) {
    /** A change of one of these alters what would run or who may agree. */
    private static final List<String> BINDING = List.of(
            "kind",
            "endpoint",
            "timeout_seconds",
            "retry_count",
            "limits",
            "risk_level",
            "approval_mode",
            "approval_type",
            "required_roles",
            "required_approvers",
            "required_rejections",
            "approvers",
            "quorum",
            "escalation",
            "allowed_hosts",
            "allowed_secrets",
            "envelope",
            "organization_id");

    static Definition parse(String json) {
        Map<String, Object> fields = new LinkedHashMap<>(DefinitionSchema.DEFAULTS);
        if (CanonicalJson.parse(json) instanceof Map<?, ?> stored) {
            stored.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return new Definition(fields);
    }

    String json() {
        return CanonicalJson.of(fields);
    }

    /** The same with one field changed. */
    Definition with(String field, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Definition(changed);
    }

    /** Digest of everything that an approval is bound to. */
    String bindingSha256(String codeSha256) {
        Map<String, Object> bound = new LinkedHashMap<>();
        BINDING.stream().filter(name -> !name.equals("envelope")).forEach(name -> bound.put(name, fields.get(name)));
        // what is the same as if there were no such field leaves older digests as they are
        if (!"record".equals(fields.get("envelope"))) {
            bound.put("envelope", fields.get("envelope"));
        }
        bound.put("sha256", codeSha256);
        return CanonicalJson.sha256(bound);
    }

    /** Digest of the endpoint, for workflows that have no code. */
    String endpointSha256() {
        return CanonicalJson.sha256(map("endpoint"));
    }

    /** What differs, as {@code {field: {from, to}}} with long texts shortened, for the audit. */
    Map<String, Object> changesTo(Definition next) {
        Map<String, Object> changes = new LinkedHashMap<>();
        next.fields.forEach((name, value) -> {
            Object before = fields.get(name);
            if (!Objects.equals(canonical(before), canonical(value))) {
                Map<String, Object> change = new LinkedHashMap<>();
                change.put("from", shortened(before));
                change.put("to", shortened(value));
                changes.put(name, change);
            }
        });
        return changes;
    }

    /** The names among {@code changed} that alter what would run or who may agree. */
    static List<String> bindingAmong(Set<String> changed) {
        return BINDING.stream().filter(changed::contains).toList();
    }

    private static @Nullable String canonical(@Nullable Object value) {
        return value == null ? null : CanonicalJson.of(value);
    }

    private static @Nullable Object shortened(@Nullable Object value) {
        return value instanceof String text ? Characters.shortened(text, 200) : value;
    }

    String text(String name) {
        return String.valueOf(fields.get(name));
    }

    @Nullable
    String textOrNull(String name) {
        return fields.get(name) instanceof String text ? text : null;
    }

    int integer(String name) {
        return fields.get(name) instanceof Number number ? number.intValue() : 0;
    }

    @Nullable
    Integer integerOrNull(String name) {
        return fields.get(name) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }

    List<String> texts(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    Map<String, Object> map(String name) {
        Map<String, Object> map = mapOrNull(name);
        return map == null ? Map.of() : map;
    }

    @Nullable
    Map<String, Object> mapOrNull(String name) {
        return fields.get(name) instanceof Map<?, ?> map ? plain(map) : null;
    }

    Map<String, Long> numbers(String name) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        map(name).forEach((key, value) -> {
            if (value instanceof Number number) {
                numbers.put(key, number.longValue());
            }
        });
        return numbers;
    }

    @Nullable
    Endpoint endpoint() {
        Map<String, Object> endpoint = mapOrNull("endpoint");
        return endpoint == null
                ? null
                : new Endpoint(
                        String.valueOf(endpoint.get("url")),
                        String.valueOf(endpoint.get("method")),
                        strings(endpoint.get("headers")),
                        strings(endpoint.get("secret_headers")));
    }

    List<EscalationStep> escalation() {
        List<EscalationStep> steps = new ArrayList<>();
        if (fields.get("escalation") instanceof List<?> list) {
            for (Object one : list) {
                Definition step = new Definition(plain((Map<?, ?>) one));
                steps.add(new EscalationStep(
                        step.integer("after_seconds"),
                        step.texts("roles"),
                        step.textOrNull("channel"),
                        Boolean.TRUE.equals(step.fields().get("widen"))));
            }
        }
        return steps;
    }

    /** Who has to agree. */
    Rule rule() {
        return new Rule(
                ApprovalType.parse(text("approval_type")),
                texts("required_roles"),
                integerOrNull("required_approvers"),
                integer("required_rejections"),
                texts("approvers"),
                quorum());
    }

    @Nullable
    Quorum quorum() {
        Map<String, Object> quorum = mapOrNull("quorum");
        return quorum == null ? null : Quorum.parse(quorum);
    }

    private static Map<String, String> strings(@Nullable Object value) {
        Map<String, String> strings = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, one) -> strings.put(String.valueOf(name), String.valueOf(one)));
        }
        return strings;
    }

    private static Map<String, Object> plain(Map<?, ?> map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((name, value) -> plain.put(String.valueOf(name), value));
        return plain;
    }
}
