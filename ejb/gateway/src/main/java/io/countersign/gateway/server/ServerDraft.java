package io.countersign.gateway.server;

import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.listOf;
import static io.countersign.kernel.FieldType.mapOf;
import static io.countersign.kernel.FieldType.object;
import static io.countersign.kernel.FieldType.oneOf;
import static io.countersign.kernel.FieldType.pattern;
import static io.countersign.kernel.FieldType.text;

import io.countersign.approvals.ApprovalFields;
import io.countersign.execution.HeaderSecrets;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import io.countersign.security.SecretName;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An MCP server as an administrator writes it.
 *
 * @param defaults the fields of {@link ToolTerms} that hold for tools that say nothing else, as they were written
 * @param tools entries for single tools, as they were written, by the tool's name
 */
public record ServerDraft(
        String name,
        String url,
        HeaderSecrets credentials,
        Map<String, Object> defaults,
        Map<String, Map<String, Object>> tools,
        String state,
        @Nullable String organizationId,
        int callsPerMinute,
        int timeoutSeconds,
        int resultBytes) {

    /** The state of a server that is called. */
    public static final String ACTIVE = "active";

    private static final FieldType<String> NAME = pattern(
            Pattern.compile("[a-z0-9][a-z0-9-]{0,62}"), "1 to 63 of a-z, 0-9 and -, beginning with a letter or digit");
    private static final FieldType<String> HEADER = pattern(
            Pattern.compile(
                    "(?i)(?!(host|content-.*|transfer-encoding|connection|accept.*|mcp-.*)$)[a-z0-9!#$%&'*+.^_`|~-]{1,100}"),
            "a header name, and none that the server sets itself");
    private static final int MAX_TOOLS = 500;
    private static final int MAX_RESULT = 16 * 1024 * 1024;

    /** An entry that says how people agree says all of it; nothing of the default's rule is left then. */
    private static final Set<String> RULE = Set.of(
            "approval_type", "required_roles", "required_approvers", "required_rejections", "approvers", "quorum");

    /** Reads all fields; the caller refuses. */
    public static ServerDraft read(JsonFields form) {
        Map<String, Object> defaults = form.read("default", written(Map.of(), ToolTerms::readDefault), Map.of());
        List<Map<String, Object>> entries =
                form.read("tools", listOf(written(defaults, ToolTerms::readEntry), MAX_TOOLS), List.of());
        Map<String, Map<String, Object>> tools = new LinkedHashMap<>();
        for (Map<String, Object> entry : entries) {
            if (tools.put(String.valueOf(entry.get("name")), entry) != null) {
                form.wrong("tools", "has two entries for the tool " + entry.get("name"));
            }
        }
        return new ServerDraft(
                form.need("name", NAME, "-"),
                form.need("url", text(1, 4000), ""),
                form.read("credentials", object(ServerDraft::credentials), new HeaderSecrets(null, Map.of())),
                defaults,
                tools,
                form.read("state", oneOf(List.of(ACTIVE, "inactive")), ACTIVE),
                form.read("organization_id", ApprovalFields.NAME),
                form.read("calls_per_minute", integer(1, 100_000), 600),
                form.read("timeout_seconds", integer(1, 3600), 60),
                form.read("result_bytes", integer(1, MAX_RESULT), 1024 * 1024));
    }

    /** A draft that was stored. */
    public static ServerDraft of(Map<String, Object> fields) {
        JsonFields form = new JsonFields(fields);
        ServerDraft draft = read(form);
        form.refuse();
        return draft;
    }

    private static HeaderSecrets credentials(JsonFields form) {
        HeaderSecrets secrets = new HeaderSecrets(
                form.read("bearer_secret", SecretName.FIELD),
                form.read("headers", mapOf(HEADER, SecretName.FIELD, 50), Map.of()));
        if (secrets.bearer() != null
                && secrets.headers().keySet().stream().anyMatch("authorization"::equalsIgnoreCase)) {
            form.wrong("headers", "name Authorization, and so does bearer_secret; give one of them");
        }
        return secrets;
    }

    /** What was written, once it is known to be right together with what it inherits. */
    private static FieldType<Map<String, Object>> written(
            Map<String, Object> inherited, java.util.function.Function<JsonFields, @Nullable ToolTerms> reader) {
        return (value, path, form) -> {
            if (!(value instanceof Map<?, ?> map)) {
                return form.bad(path, "must be an object");
            }
            Map<String, Object> given = new LinkedHashMap<>();
            map.forEach((name, one) -> {
                if (one != null) {
                    given.put(String.valueOf(name), one);
                }
            });
            int before = form.errors().size();
            object(reader).read(merged(inherited, given), path, form);
            return form.errors().size() == before ? given : null;
        };
    }

    private static Map<String, Object> merged(Map<String, Object> inherited, Map<String, Object> given) {
        Map<String, Object> merged = new LinkedHashMap<>(inherited);
        if (given.containsKey("approval_type")) {
            merged.keySet().removeAll(RULE);
        }
        merged.putAll(given);
        return merged;
    }

    /** What holds for a tool, whether or not there is an entry for it. */
    public ToolTerms terms(String tool) {
        Map<String, Object> entry = new LinkedHashMap<>(tools.getOrDefault(tool, Map.of()));
        entry.put("name", tool);
        JsonFields form = new JsonFields(merged(defaults, entry));
        ToolTerms terms = ToolTerms.readEntry(form);
        form.refuse();
        return terms;
    }

    /** Whether an entry of the tool's own says a mode. */
    public boolean statesMode(String tool) {
        return tools.getOrDefault(tool, Map.of()).containsKey("mode");
    }

    /** The terms of every entry, by the field that holds it. */
    Map<String, ToolTerms> allTerms() {
        Map<String, ToolTerms> all = new LinkedHashMap<>();
        JsonFields form = new JsonFields(defaults);
        all.put("default.", ToolTerms.readDefault(form));
        int i = 0;
        for (String tool : new LinkedHashSet<>(tools.keySet())) {
            all.put("tools[" + i++ + "].", terms(tool));
        }
        return all;
    }

    /** The fields as a caller would write them. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("url", url);
        Map<String, Object> secrets = new LinkedHashMap<>();
        if (credentials.bearer() != null) {
            secrets.put("bearer_secret", credentials.bearer());
        }
        if (!credentials.headers().isEmpty()) {
            secrets.put("headers", credentials.headers());
        }
        map.put("credentials", secrets);
        Map<String, Object> base = new LinkedHashMap<>(defaults);
        base.putIfAbsent("mode", "always");
        map.put("default", base);
        map.put("tools", List.copyOf(tools.values()));
        map.put("state", state);
        if (organizationId != null) {
            map.put("organization_id", organizationId);
        }
        map.put("calls_per_minute", callsPerMinute);
        map.put("timeout_seconds", timeoutSeconds);
        map.put("result_bytes", resultBytes);
        return map;
    }

    /** Digest of all that an agreement depends on. */
    public String sha256() {
        return CanonicalJson.sha256(toMap());
    }

    /** Whether calls may pass to it. */
    public boolean isActive() {
        return state.equals(ACTIVE);
    }

    /** The same, belonging to that organization. */
    public ServerDraft ownedBy(@Nullable String organization) {
        return new ServerDraft(
                name,
                url,
                credentials,
                defaults,
                tools,
                state,
                organization,
                callsPerMinute,
                timeoutSeconds,
                resultBytes);
    }
}
