package io.countersign.approvals.request;

import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Quorum;
import io.countersign.approvals.Rule;
import io.countersign.approvals.json.StoredJson;
import io.countersign.kernel.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Rule} as it is stored; also the shape that is shown outside. */
public final class RuleJson {

    private RuleJson() {}

    public static String write(Rule rule) {
        return CanonicalJson.write(toMap(rule));
    }

    public static Map<String, Object> toMap(Rule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("approval_type", rule.type().toString());
        map.put("required_roles", rule.requiredRoles());
        map.put("required_rejections", rule.requiredRejections());
        map.put("approvers", rule.approvers());
        if (rule.requiredApprovers() != null) {
            map.put("required_approvers", rule.requiredApprovers());
        }
        if (rule.quorum() != null) {
            map.put("quorum", rule.quorum().toMap());
        }
        return map;
    }

    public static Rule read(String json) {
        return fromMap(CanonicalJson.parseObject(json));
    }

    public static Rule fromMap(Map<String, Object> map) {
        Object quorum = map.get("quorum");
        return new Rule(
                ApprovalType.parse(String.valueOf(map.get("approval_type"))),
                StoredJson.strings(map.get("required_roles")),
                integer(map.get("required_approvers")),
                map.get("required_rejections") instanceof Number number ? number.intValue() : 1,
                StoredJson.strings(map.get("approvers")),
                quorum == null ? null : Quorum.parse(quorum));
    }

    private static @Nullable Integer integer(@Nullable Object value) {
        return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }
}
