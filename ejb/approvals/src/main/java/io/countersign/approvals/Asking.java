package io.countersign.approvals;

import io.countersign.approvals.rules.Attainability;
import io.countersign.approvals.rules.Electors;
import io.countersign.approvals.rules.Governance;
import io.countersign.approvals.rules.Governance.Outcome;
import io.countersign.approvals.rules.Subject;
import io.countersign.security.Directory;
import io.countersign.security.ErrorCode;
import io.countersign.security.FieldError;
import io.countersign.security.Knowledge;
import io.countersign.security.Person;
import io.countersign.security.Purview;
import io.countersign.security.Refusal;
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
import org.jspecify.annotations.Nullable;

/** Turns an {@link Ask} into a stored request, or into an agreement by policy. */
@Dependent
class Asking {

    private final Requests requests;
    private final PolicyBook policies;
    private final Directory directory;
    private final NewRequest rows;
    private final Settings settings;
    private final Trail trail;
    private final Clock clock;
    private final Event<RequestAsked> asked;
    private final Event<RequestDecided> decided;

    @Inject
    Asking(
            Requests requests,
            PolicyBook policies,
            Directory directory,
            NewRequest rows,
            Settings settings,
            Trail trail,
            Clock clock,
            Event<RequestAsked> asked,
            Event<RequestDecided> decided) {
        this.requests = requests;
        this.policies = policies;
        this.directory = directory;
        this.rows = rows;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
        this.asked = asked;
        this.decided = decided;
    }

    Asked ask(Ask ask) {
        return ask(ask, RequestIds.next());
    }

    Asked ask(Ask ask, String requestId) {
        return ask(ask, requestId, policies.enabled());
    }

    /** Changes of the policies themselves are not for policies to relax. */
    Asked askUngoverned(Ask ask) {
        return ask(ask, RequestIds.next(), List.of());
    }

    private Asked ask(Ask ask, String requestId, List<Policy> inForce) {
        new AskChecks(directory).check(ask);
        Instant now = Times.micros(clock.instant());
        Outcome outcome = Governance.govern(subject(ask), inForce);
        if (outcome instanceof Outcome.Agreed agreed) {
            return agree(ask, requestId, agreed.policy(), now);
        }
        if (outcome instanceof Outcome.Ruled ruled) {
            Integer timeout = ruled.timeoutSeconds();
            return open(
                    ask,
                    requestId,
                    ruled.rule(),
                    timeout == null ? ask.timeoutSeconds() : timeout,
                    ruled.policy().name(),
                    now);
        }
        return open(ask, requestId, ask.rule(), ask.timeoutSeconds(), null, now);
    }

    static Subject subject(Ask ask) {
        return new Subject(
                ask.toolName(),
                ask.actionType(),
                ask.workflowId(),
                ask.riskLevel(),
                NewRequest.trigger(ask.requester()),
                Purview.of(ask.requester()).owner(ask.organizationId()),
                ask.confidence(),
                ask.rule());
    }

    private Asked agree(Ask ask, String requestId, Policy policy, Instant now) {
        RequestRow row = rows.row(
                ask,
                requestId,
                ask.rule(),
                ElectorSet.of(ask.rule(), Set.of()),
                now,
                now.plusSeconds(timeout(ask, null)));
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
        return new Asked.AutoApproved(row.id, row.requestId, policy.name());
    }

    private Asked open(
            Ask ask,
            String requestId,
            Rule stated,
            @Nullable Integer timeoutSeconds,
            @Nullable String policy,
            Instant now) {
        Rule rule = normal(stated);
        Rule identified = identified(rule);
        Set<String> electorate = attainable(ask, identified);
        int timeout = timeoutSeconds == null ? settings.timeoutSeconds(rule.type()) : timeoutSeconds;
        RequestRow row =
                rows.row(ask, requestId, rule, ElectorSet.of(identified, electorate), now, now.plusSeconds(timeout));
        row.policy = policy;
        rows.schedule(row, ask, now);
        rows.sealAgreement(row);
        requests.add(row);
        trail.of(ask.requester(), "approval.requested", row, details(row));
        asked.fire(new RequestAsked(row.id));
        return new Asked.Pending(row.id, row.requestId, row.expiresAt);
    }

    private int timeout(Ask ask, @Nullable Integer own) {
        Integer stated = own == null ? ask.timeoutSeconds() : own;
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
    private static Rule normal(Rule rule) {
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

    /** Refused when the people that the rule needs are not there; answers who must all agree, if that is the rule. */
    private Set<String> attainable(Ask ask, Rule rule) {
        String organization = subject(ask).organizationId();
        People people = new People(directory, organization);
        Predicate<String> party = person -> person.equals(ask.requester().person())
                || NewRequest.hands(ask.requester()).contains(person)
                || (ask.riskLevel().excludesEditors() && ask.editors().contains(person));
        boolean channel = Electors.channelCounts(rule) && settings.reaches(ask.channel());
        List<Attainability.Gap> gaps = Attainability.gaps(rule, party, people, channel);
        Knowledge knowledge = directory.glimpse();
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
        return rule.type() == ApprovalType.UNANIMOUS ? Attainability.electorate(rule, party, people) : Set.of();
    }
}
