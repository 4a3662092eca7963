package io.countersign.approvals.submission;

import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.request.RuleJson;
import io.countersign.kernel.CanonicalJson;
import io.countersign.security.UserNames;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who had to agree to what danger, in a digest: an agreement is taken up again only for a wish that asks for the same. */
public final class AgreementDigest {

    /** Under this name a request's trigger context keeps what its asker asked for, whatever a policy made of it. */
    public static final String DIGEST = "agreement_sha256";

    private AgreementDigest() {}

    public static String sha256(Rule rule, RiskLevel risk) {
        Map<String, Object> agreement = new TreeMap<>(RuleJson.toMap(rule));
        agreement.put("required_roles", rule.requiredRoles().stream().sorted().toList());
        agreement.put(
                "approvers",
                rule.approvers().stream().map(UserNames::normal).sorted().collect(Collectors.toList()));
        agreement.put("risk_level", risk.toString());
        return CanonicalJson.sha256(agreement);
    }
}
