package io.countersign.workflows;

import static io.countersign.approvals.ApprovalFields.AFTER_SECONDS;
import static io.countersign.approvals.ApprovalFields.ESCALATION;
import static io.countersign.approvals.ApprovalFields.NAME;
import static io.countersign.approvals.ApprovalFields.NAMES;
import static io.countersign.approvals.ApprovalFields.PEOPLE;
import static io.countersign.approvals.ApprovalFields.QUORUM;
import static io.countersign.approvals.ApprovalFields.TEXT;
import static io.countersign.approvals.ApprovalFields.TIMEOUT;
import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.listOf;
import static io.countersign.kernel.FieldType.mapOf;
import static io.countersign.kernel.FieldType.oneOf;
import static io.countersign.kernel.FieldType.text;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.RuleLimits;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.sandbox.Sandbox;
import io.countersign.sandbox.http.HostRule;
import io.countersign.security.SecretName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writable fields of a workflow: names, ranges and defaults, as one table. */
final class DefinitionSchema {
    /** Longest source, in characters; the byte limit of 256 KiB is checked with it. */
    static final int CODE_MAX = Sandbox.MAX_SOURCE_BYTES;

    private static final String EXPIRY = "approval_timeout_seconds";
    private static final Set<String> READ_ONLY = Set.of(
            "uuid", "code_version", "sha256", "is_builtin", "created_at", "updated_at", "created_by", "archived_at");
    static final FieldType<List<String>> INDICATOR_TYPES = listOf(oneOf(IndicatorTypes.ALL), IndicatorTypes.ALL.size());
    static final FieldType<String> HOST = DefinitionSchema::host;

    static final Map<String, FieldType<?>> FIELDS = fields();
    static final Map<String, Object> DEFAULTS = defaults();

    private DefinitionSchema() {}

    private static Map<String, FieldType<?>> fields() {
        Map<String, FieldType<?>> f = new LinkedHashMap<>();
        f.put("name", NAME);
        f.put("kind", oneOf(WorkflowKind.values()));
        f.put("endpoint", EndpointShape.ENDPOINT);
        f.put("documentation", TEXT);
        f.put("state", oneOf(WorkflowState.values()));
        f.put("indicator_types", INDICATOR_TYPES);
        f.put("tags", listOf(text(1, 100), 50));
        f.put("timeout_seconds", integer(1, 3600));
        f.put("retry_count", integer(0, 10));
        f.put("risk_level", oneOf(RiskLevel.values()));
        f.put("time_saved_minutes", integer(0, 1_000_000));
        f.put("approval_mode", oneOf(ApprovalMode.values()));
        f.put("approval_type", oneOf(ApprovalType.values()));
        f.put("required_roles", NAMES);
        f.put("required_approvers", integer(2, RuleLimits.MAX_PEOPLE));
        f.put("required_rejections", PEOPLE);
        f.put("approvers", NAMES);
        f.put("quorum", DefinitionSchema::quorum);
        f.put("approval_channel", NAME);
        f.put(EXPIRY, TIMEOUT);
        f.put("reminder_after_seconds", AFTER_SECONDS);
        f.put("escalation", DefinitionSchema::escalation);
        f.put("allowed_hosts", listOf(HOST, 200));
        f.put("allowed_secrets", listOf(SecretName.FIELD, 100));
        f.put("limits", mapOf(oneOf(LimitNames.ALL), FieldType.longNumber(1, 1L << 52), 20));
        f.put("envelope", oneOf(List.of("enforce", "record")));
        f.put("organization_id", NAME);
        return f;
    }

    private static Map<String, Object> defaults() {
        Map<String, Object> d = new LinkedHashMap<>();
        FIELDS.keySet().forEach(name -> d.put(name, null));
        d.put("kind", "script");
        d.put("documentation", "");
        d.put("state", "draft");
        d.put("timeout_seconds", 300);
        d.put("retry_count", 0);
        d.put("risk_level", "medium");
        d.put("approval_mode", "always");
        d.put("approval_type", "manual");
        d.put("required_rejections", 1);
        d.put(EXPIRY, RuleLimits.DEFAULT_TIMEOUT);
        for (String list : List.of(
                "indicator_types",
                "tags",
                "required_roles",
                "approvers",
                "escalation",
                "allowed_hosts",
                "allowed_secrets")) {
            d.put(list, List.of());
        }
        d.put("limits", Map.of());
        d.put("envelope", "record");
        return d;
    }

    /** What a new workflow is before its author says anything, where requests usually expire after so many seconds. */
    static Definition fresh(int usualExpiry) {
        Map<String, Object> fields = new LinkedHashMap<>(DEFAULTS);
        fields.put(EXPIRY, usualExpiry);
        return new Definition(fields);
    }

    /**
     * The definition that results from changing {@code base} by what the form holds; complaints stay in the form.
     *
     * @param usualExpiry seconds after which requests expire unless somebody says otherwise
     */
    static Definition read(JsonFields form, Definition base, int usualExpiry) {
        Map<String, Object> usual = fresh(usualExpiry).fields();
        Map<String, Object> fields = new LinkedHashMap<>(base.fields());
        FIELDS.forEach((name, shape) -> {
            if (form.has(name)) {
                Object value = form.read(name, shape);
                fields.put(name, value == null ? usual.get(name) : value);
            }
        });
        expedite(form, fields, usualExpiry);
        form.readOnly(READ_ONLY);
        Definition definition = new Definition(fields);
        DefinitionRules.check(definition, form);
        return definition;
    }

    /** An emergency waits less long, unless the author says how long. */
    private static void expedite(JsonFields form, Map<String, Object> fields, int usualExpiry) {
        boolean untold = (!form.has(EXPIRY) || form.isNull(EXPIRY)) && Objects.equals(usualExpiry, fields.get(EXPIRY));
        if (untold && form.has("approval_type") && "emergency".equals(fields.get("approval_type"))) {
            fields.put(EXPIRY, RuleLimits.timeoutSeconds(ApprovalType.EMERGENCY, usualExpiry));
        }
    }

    /** The source in the form, null when absent; too long is a complaint. */
    static @Nullable String code(JsonFields form) {
        String code = form.read("code", text(0, CODE_MAX));
        if (code != null && code.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > CODE_MAX) {
            form.wrong("code", "must have at most 256 KiB");
        }
        return code;
    }

    private static @Nullable String host(Object value, String path, JsonFields form) {
        try {
            if (value instanceof String text && text.equals(text.strip())) {
                HostRule.parse(text);
                return text;
            }
            return form.bad(path, "must be a host without blanks around it");
        } catch (IllegalArgumentException unreadable) {
            return form.bad(path, String.valueOf(unreadable.getMessage()));
        }
    }

    private static @Nullable List<Map<String, Object>> escalation(Object value, String path, JsonFields form) {
        List<EscalationStep> steps = ESCALATION.read(value, path, form);
        return steps == null
                ? null
                : steps.stream().map(DefinitionSchema::stored).toList();
    }

    private static Map<String, Object> stored(EscalationStep step) {
        Map<String, Object> stored = new LinkedHashMap<>();
        stored.put("after_seconds", step.afterSeconds());
        stored.put("roles", step.roles());
        stored.put("channel", step.channel());
        stored.put("widen", step.widen());
        return stored;
    }

    private static @Nullable Map<String, Object> quorum(Object value, String path, JsonFields form) {
        Quorum quorum = QUORUM.read(value, path, form);
        return quorum == null ? null : quorum.toMap();
    }
}
