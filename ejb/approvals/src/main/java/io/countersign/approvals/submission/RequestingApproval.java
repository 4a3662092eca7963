package io.countersign.approvals.submission;

import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.ApprovalSettings;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.Policy;
import io.countersign.approvals.RequestAsked;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Status;
import io.countersign.approvals.SubmissionResult;
import io.countersign.approvals.policy.PolicyRepository;
import io.countersign.approvals.request.AlsoJson;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.EligibleApproverSet;
import io.countersign.approvals.request.OrganizationDirectory;
import io.countersign.approvals.request.RequestNumbers;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.rules.Attainability;
import io.countersign.approvals.rules.CombinedRules;
import io.countersign.approvals.rules.EligibleApprovers;
import io.countersign.approvals.rules.PolicyEvaluator;
import io.countersign.approvals.rules.PolicyEvaluator.Outcome;
import io.countersign.approvals.rules.PolicySubject;
import io.countersign.approvals.rules.Requirement;
import io.countersign.approvals.storage.Micros;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import io.countersign.security.Directory;
import io.countersign.security.DirectoryFreshness;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Person;
import io.countersign.security.UserNames;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns an {@link ApprovalRequestSpec} into a stored request, or into an agreement by policy. */
@Dependent
public class RequestingApproval {

    private final RequestRepository requests;
    private final PolicyRepository policies;
    private final Directory directory;
    private final NewRequest rows;
    private final MinimumRequirements floors;
    private final ApprovalSettings settings;
    private final ApprovalAudit trail;
    private final Clock clock;
    private final Event<RequestAsked> asked;
    private final Event<RequestDecided> decided;

    @Inject
    public RequestingApproval(
            RequestRepository requests,
            PolicyRepository policies,
            Directory directory,
            NewRequest rows,
            MinimumRequirements floors,
            ApprovalSettings settings,
            ApprovalAudit trail,
            Clock clock,
            Event<RequestAsked> asked,
            Event<RequestDecided> decided) {
        this.requests = requests;
        this.policies = policies;
        this.directory = directory;
        this.rows = rows;
        this.floors = floors;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
        this.asked = asked;
        this.decided = decided;
    }

    public SubmissionResult ask(ApprovalRequestSpec ask) {
        return ask(ask, RequestNumbers.next());
    }

    public SubmissionResult ask(ApprovalRequestSpec ask, String requestNumber) {
        new ApprovalRequestChecks(directory).check(ask);
        MinimumRequirement floor = floors.under(ask);
        return govern(floor.ask(), requestNumber, floor, policies.enabled());
    }

    /** Whether a policy about what it gets at holds for such an ask. */
    public boolean isRequiredByPolicy(ApprovalRequestSpec ask) {
        return !PolicyEvaluator.aboutReach(subject(ask), policies.enabled()).isEmpty();
    }

    /** Changes of what protects others are not for policies or the catalogue to relax. */
    public SubmissionResult askUngoverned(ApprovalRequestSpec ask) {
        new ApprovalRequestChecks(directory).check(ask);
        return open(ask, RequestNumbers.next(), List.of(), null, now());
    }

    private SubmissionResult govern(
            ApprovalRequestSpec ask, String requestNumber, MinimumRequirement floor, List<Policy> inForce) {
        Outcome outcome = PolicyEvaluator.govern(subject(ask), inForce);
        if (outcome instanceof Outcome.Agreed agreed) {
            return agree(ask, requestNumber, agreed.policy(), now());
        }
        if (outcome instanceof Outcome.Ruled ruled) {
            Integer timeout = ruled.timeoutSeconds();
            CombinedRules rules = floor.and(ruled);
            return open(
                    ask.ruled(ask.riskLevel(), rules.rule(), timeout == null ? ask.timeoutSeconds() : timeout),
                    requestNumber,
                    rules.also(),
                    ruled.policy().name(),
                    now());
        }
        return open(ask, requestNumber, floor.also(), null, now());
    }

    private Instant now() {
        return Micros.micros(clock.instant());
    }

    static PolicySubject subject(ApprovalRequestSpec ask) {
        return new PolicySubject(
                ask.toolName(),
                ask.actionType(),
                ask.workflowId(),
                ask.riskLevel(),
                NewRequest.trigger(ask.requester()),
                OrganizationScope.of(ask.requester()).owner(ask.organizationId()),
                ask.confidence(),
                ask.rule(),
                ask.reach());
    }

    private SubmissionResult agree(ApprovalRequestSpec ask, String requestNumber, Policy policy, Instant now) {
        RequestRow row = rows.row(
                ask,
                requestNumber,
                ask.rule(),
                EligibleApproverSet.of(ask.rule(), Set.of()),
                now,
                now.plusSeconds(timeout(ask)));
        row.policy = policy.name();
        row.approvalsGiven = 1;
        rows.sealAgreement(row);
        row.settle(Status.APPROVED, "agreed by policy " + policy.name(), now);
        requests.add(row);
        requests.add(rows.policyVote(row, policy.name(), now));
        trail.of(ask.requester(), "approval.requested", row, Map.of("requested_by", row.requesterLabel));
        trail.of(
                "policy:" + policy.name(),
                "approval.approved",
                row,
                Map.of("policy_uuid", policy.uuid().toString()));
        decided.fire(new RequestDecided(row.id, row.kind, row.status));
        return new SubmissionResult.AutoApproved(row.id, row.requestNumber, policy.name());
    }

    private SubmissionResult open(
            ApprovalRequestSpec ask, String requestNumber, List<Rule> more, @Nullable String policy, Instant now) {
        Rule rule = normal(ask.rule());
        boolean channel = channelReaches(ask, more);
        Requirement own = attainable(ask, rule, channel);
        List<AlsoJson.Also> also = more.stream()
                .map(RequestingApproval::normal)
                .map(other -> new AlsoJson.Also(other, attainable(ask, other, channel)))
                .toList();
        EligibleApproverSet eligibleApprovers = EligibleApproverSet.of(own.rule(), own.electorate())
                .and(also.stream().map(AlsoJson.Also::judged).toList());
        RequestRow row = rows.row(ask, requestNumber, rule, eligibleApprovers, now, now.plusSeconds(timeout(ask)));
        row.policy = policy;
        row.also = AlsoJson.write(also);
        rows.schedule(row, ask, now);
        rows.sealAgreement(row);
        requests.add(row);
        trail.of(ask.requester(), "approval.requested", row, details(row));
        asked.fire(new RequestAsked(row.id));
        return new SubmissionResult.Pending(row.id, row.requestNumber, row.expiresAt);
    }

    private int timeout(ApprovalRequestSpec ask) {
        Integer stated = ask.timeoutSeconds();
        return stated == null ? settings.timeoutSeconds(ask.rule().type()) : stated;
    }

    private static Map<String, Object> details(RequestRow row) {
        return Map.of(
                "requested_by", row.requesterLabel,
                "trigger_type", row.triggerType,
                "risk_level", row.riskLevel.toString(),
                "expires_at", row.expiresAt.toString(),
                "policy", Objects.requireNonNullElse(row.policy, ""));
    }

    /** Names in their one spelling. */
    public static Rule normal(Rule rule) {
        return rule.among(
                rule.approvers().stream().map(UserNames::normal).distinct().toList());
    }

    /** The people whom names mean now; a name that means nobody stays, and is found missing. */
    private Rule identified(Rule rule) {
        return rule.among(rule.approvers().stream()
                .map(name -> directory.byUserName(name).map(Person::id).orElse(name))
                .distinct()
                .toList());
    }

    /** Whether a link sent to a channel may stand for a person. */
    private boolean channelReaches(ApprovalRequestSpec ask, List<Rule> more) {
        return settings.reaches(ask.channel())
                && Stream.concat(Stream.of(ask.rule()), more.stream())
                        .allMatch(
                                rule -> EligibleApprovers.channelCounts(rule, ask.riskLevel(), settings.linksDecide()));
    }

    /** Refused when the people that the rule needs are not there; answers who they are, and who must all agree. */
    private Requirement attainable(ApprovalRequestSpec ask, Rule stated, boolean channel) {
        Rule rule = identified(stated);
        String organization = subject(ask).organizationId();
        OrganizationDirectory people = OrganizationDirectory.of(directory, ask.kind(), organization);
        Predicate<String> party = person -> person.equals(ask.requester().person())
                || NewRequest.hands(ask.requester()).contains(person)
                || (ask.riskLevel().excludesEditors() && ask.editors().contains(person));
        List<Attainability.Gap> gaps = Attainability.gaps(rule, party, people, channel);
        DirectoryFreshness knowledge = directory.glimpse();
        if (!gaps.isEmpty() && knowledge.configured() && knowledge.asOf() == null) {
            throw Refusal.of(
                    ErrorCode.UNAVAILABLE,
                    "Keycloak has not told yet who there is, so nobody can tell who could agree");
        }
        if (!gaps.isEmpty()) {
            throw Refusal.invalid(gaps.stream()
                    .map(gap -> new FieldError(gap.field(), gap.message()))
                    .toList());
        }
        boolean everybody = rule.type() == ApprovalType.UNANIMOUS;
        return new Requirement(rule, everybody ? Attainability.electorate(rule, party, people) : Set.of());
    }
}
