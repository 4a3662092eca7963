package io.countersign.approvals.submission;

import io.countersign.approvals.AgreementDocument;
import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.approvals.Channel;
import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.Rule;
import io.countersign.approvals.Verdict;
import io.countersign.approvals.request.AgreementDocuments;
import io.countersign.approvals.request.EligibleApproverSet;
import io.countersign.approvals.request.EscalationSteps;
import io.countersign.approvals.request.ReachJson;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.RuleJson;
import io.countersign.approvals.request.VoteRow;
import io.countersign.approvals.storage.ContentStore;
import io.countersign.approvals.storage.Labels;
import io.countersign.kernel.CanonicalJson;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Makes the row of a request that is being asked. */
@Dependent
public class NewRequest {

    private final ContentStore texts;

    @Inject
    public NewRequest(ContentStore texts) {
        this.texts = texts;
    }

    RequestRow row(
            ApprovalRequestSpec ask,
            String requestNumber,
            Rule rule,
            EligibleApproverSet eligibleApprovers,
            Instant now,
            Instant expiresAt) {
        RequestRow row = new RequestRow();
        row.id = UUID.randomUUID();
        row.requestNumber = requestNumber;
        row.requestedAt = now;
        row.expiresAt = expiresAt;
        subject(row, ask);
        requester(row, ask);
        row.approvalType = rule.type();
        row.rule = RuleJson.write(rule);
        row.electorsSha256 = texts.keep(eligibleApprovers.write());
        return row;
    }

    /** Notes the digest of what people will be shown; last of all, when the row holds everything else. */
    void sealAgreement(RequestRow row) {
        row.agreementSha256 = AgreementDocuments.of(row, texts).sha256();
    }

    private void subject(RequestRow row, ApprovalRequestSpec ask) {
        row.kind = ask.kind();
        row.workflowId = ask.workflowId();
        row.workflowName = ask.workflowName();
        row.codeVersion = ask.codeVersion();
        row.codeSha256 = ask.codeSha256();
        row.effectSha256 = ask.effect() == null ? null : texts.keep(ask.effect());
        row.termsSha256 = ask.terms().isEmpty() ? null : texts.keep(AgreementDocument.write(ask.terms()));
        row.toolName = ask.toolName();
        row.actionType = ask.actionType();
        row.actionDescription = ask.actionDescription();
        row.arguments = CanonicalJson.write(ask.arguments());
        row.argumentsSha256 = CanonicalJson.sha256OfText(row.arguments);
        row.riskLevel = ask.riskLevel();
        row.potentialImpact = ask.potentialImpact();
        row.reach = ReachJson.write(ask.reach());
        row.editors = CanonicalJson.write(new TreeSet<>(ask.editors()));
        row.triggerContext = ask.triggerContext().isEmpty() ? null : CanonicalJson.write(ask.triggerContext());
    }

    private static void requester(RequestRow row, ApprovalRequestSpec ask) {
        Actor requester = ask.requester();
        row.requester = requester.person();
        row.requesterName = Labels.unlessSame(requester.person(), requester.userName());
        row.requesterLabel = requester.label();
        row.parties = CanonicalJson.write(List.of(requester.person()));
        row.hands = CanonicalJson.write(new TreeSet<>(hands(requester)));
        row.triggerType = trigger(requester);
        row.reason = ask.reason();
        row.confidence = ask.confidence();
        row.channel = ask.channel();
        row.organizationId = OrganizationScope.of(requester).owner(ask.organizationId());
        row.sessionId = ask.sessionId();
        row.incidentId = ask.incidentId();
        row.callbackUrl = ask.callbackUrl();
    }

    /** Who else stands behind the requester. */
    static Set<String> hands(Actor requester) {
        String hand = requester.hand();
        return hand == null ? Set.of() : Set.of(hand);
    }

    /** How it was asked. The server's own services ask like agents: a human it was not. */
    static String trigger(Actor requester) {
        return requester.kind() == Actor.Kind.HUMAN ? "human" : "agent";
    }

    /** Notes reminders and escalation steps; those at or after the expiry never come. */
    void schedule(RequestRow row, ApprovalRequestSpec ask, Instant now) {
        Integer reminder = ask.reminderAfterSeconds();
        row.remindAt = reminder == null ? null : now.plusSeconds(reminder);
        if (!ask.escalation().isEmpty()) {
            row.escalation = CanonicalJson.write(ask.escalation().stream()
                    .sorted(Comparator.comparingInt(EscalationStep::afterSeconds))
                    .map(step -> step(step, row.policy == null))
                    .toList());
        }
        row.dueAt = EscalationSteps.nextDue(row);
    }

    /** A rule that a policy has set is the policy's: no step of the asker's adds people to it. */
    private static Map<String, Object> step(EscalationStep step, boolean mayWiden) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("after_seconds", step.afterSeconds());
        map.put("roles", step.roles());
        map.put("channel", step.channel());
        map.put("widen", step.widen() && mayWiden);
        return map;
    }

    /** A policy's agreement, recorded like a person's. */
    VoteRow policyVote(RequestRow row, String policy, Instant now) {
        VoteRow vote = new VoteRow();
        vote.requestUuid = row.id;
        vote.revision = row.revision;
        vote.person = "policy:" + policy;
        vote.verdict = Verdict.APPROVE;
        vote.roles = "[]";
        vote.channel = Channel.POLICY;
        vote.decidedAt = now;
        return vote;
    }
}
