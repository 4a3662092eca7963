package io.countersign.approvals.submission;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalSettings;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.catalogue.CatalogueRepository;
import io.countersign.approvals.rules.Catalogue;
import io.countersign.approvals.rules.CombinedRules;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds for an ask at the least, whatever its asker states: by the catalogue for a tool call. */
@Dependent
public class MinimumRequirements {

    private static final Set<String> EVERYBODYS = Set.of("offline_access", "uma_authorization");

    private final CatalogueRepository catalogue;
    private final ApprovalSettings settings;

    @Inject
    public MinimumRequirements(CatalogueRepository catalogue, ApprovalSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    MinimumRequirement under(ApprovalRequestSpec ask) {
        String tool = ask.toolName();
        if (ask.kind() != Kind.TOOL || tool == null) {
            return new MinimumRequirement(ask, List.of(), List.of());
        }
        Catalogue.Terms terms = terms(tool, ask);
        if (!terms.known() && !ask.declared()) {
            CombinedRules rules = CombinedRules.ofUnknownTool(ask.rule(), MinimumRequirements::givesNoPowerToApprove);
            ApprovalRequestSpec ruled =
                    ask.ruled(RiskLevel.higher(ask.riskLevel(), terms.risk()), rules.rule(), ask.timeoutSeconds());
            return new MinimumRequirement(ruled, List.of(), rules.also());
        }
        List<Rule> operators = new ArrayList<>(terms.rules());
        Set<String> types = terms.actionTypes();
        RiskLevel risk = ask.riskLevel();
        if (ask.declared()) {
            operators.add(ask.rule());
            types = ask.actionType() == null || !types.isEmpty() ? types : Set.of(ask.actionType());
        }
        if (terms.known()) {
            risk = RiskLevel.higher(risk, terms.risk());
        }
        CombinedRules rules = CombinedRules.of(operators, ask.rule());
        ApprovalRequestSpec ruled = ask.ruled(risk, rules.rule(), timeout(ask, terms.timeoutSeconds()))
                .reaching(ask.reach().ofTypes(types));
        return new MinimumRequirement(ruled, operators, rules.also());
    }

    private Catalogue.Terms terms(String tool, ApprovalRequestSpec ask) {
        String organization = OrganizationScope.of(ask.requester()).owner(ask.organizationId());
        return Catalogue.terms(catalogue.of(tool, organization), ask.actionType(), settings.unknownToolRisk());
    }

    /** People may have less time than the catalogue gives them, not more. */
    private static @Nullable Integer timeout(ApprovalRequestSpec ask, @Nullable Integer most) {
        Integer asked = ask.timeoutSeconds();
        if (most == null || asked == null) {
            return most == null ? asked : most;
        }
        return Math.min(asked, most);
    }

    /** What the server gives people for their work, and what Keycloak gives everybody. */
    static boolean givesNoPowerToApprove(String role) {
        boolean works =
                Roles.KNOWN.contains(role) && !role.equals(Roles.APPROVER) && !role.equals(Roles.EMERGENCY_APPROVER);
        return works || EVERYBODYS.contains(role) || role.startsWith("default-roles-");
    }
}
