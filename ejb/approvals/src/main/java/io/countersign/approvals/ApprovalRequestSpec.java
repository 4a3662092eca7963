package io.countersign.approvals;

import io.countersign.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval as its requester states it. Build one with {@link #workflow} or {@link #tool}; changes are
 * requested with {@link Changes}.
 *
 * @param kind workflow, tool or change
 * @param workflowId the workflow, null for a tool
 * @param workflowName its name when asked, null for a tool
 * @param codeVersion the version that would run, null for a tool
 * @param codeSha256 that version's digest (lower-case hex), null for a tool
 * @param effect what will run, for people's eyes: the code's text, or the endpoint called
 * @param toolName the tool, null for a workflow
 * @param actionType the asker's class of action, for instance {@code CONTAINMENT}
 * @param actionDescription one sentence on what will happen
 * @param arguments everything the digest covers, at least {@code indicator}, {@code alert} and {@code parameters} where
 *     there are such; an HTTP endpoint too. JSON-shaped: maps, lists, strings, numbers, booleans, null
 * @param requester who asks; never counts as an approver, nor does the owner of a requesting key
 * @param reason why it should happen
 * @param confidence 0..1 as stated by an agent; shown, never a reason to skip people
 * @param potentialImpact what may go wrong
 * @param riskLevel how dangerous it is
 * @param rule who has to agree
 * @param timeoutSeconds until the request expires, 30..604800; null for the default of its type
 * @param reminderAfterSeconds when to remind those who can decide, null for never
 * @param escalation steps in any order
 * @param channel where to announce the request, null for the default
 * @param organizationId who may see it, null for everybody
 * @param sessionId the asker's own session
 * @param incidentId the incident it belongs to
 * @param callbackUrl where the outcome is posted
 * @param editors person ids of everybody who wrote what would run, or changed what protects it, since it was last
 *     agreed to
 * @param terms what the asker adds to the agreement document: what runs and what it may use, frozen from now on
 * @param declared true where risk and rule are the operator's word, as those of a deployed annotation are: they hold
 *     like an entry of the catalogue
 * @param reach what would run may get at, for policies to look at
 * @param triggerContext what the asker wants back when it executes; not covered by the digest, never shown
 */
public record ApprovalRequestSpec(
        Kind kind,
        @Nullable UUID workflowId,
        @Nullable String workflowName,
        @Nullable Integer codeVersion,
        @Nullable String codeSha256,
        @Nullable String effect,
        @Nullable String toolName,
        @Nullable String actionType,
        @Nullable String actionDescription,
        Map<String, Object> arguments,
        Actor requester,
        @Nullable String reason,
        @Nullable Double confidence,
        @Nullable String potentialImpact,
        RiskLevel riskLevel,
        Rule rule,
        @Nullable Integer timeoutSeconds,
        @Nullable Integer reminderAfterSeconds,
        List<EscalationStep> escalation,
        @Nullable String channel,
        @Nullable String organizationId,
        @Nullable String sessionId,
        @Nullable String incidentId,
        @Nullable String callbackUrl,
        Set<String> editors,
        List<AgreementDocument.Entry> terms,
        boolean declared,
        Reach reach,
        Map<String, Object> triggerContext) {

    /** The same at another risk, under another rule, with another time to decide. */
    public ApprovalRequestSpec ruled(RiskLevel level, Rule whoAgrees, @Nullable Integer seconds) {
        return copied(level, whoAgrees, seconds, reach);
    }

    /** The same with other facts for policies to look at. */
    public ApprovalRequestSpec reaching(Reach all) {
        return copied(riskLevel, rule, timeoutSeconds, all);
    }

    private ApprovalRequestSpec copied(RiskLevel level, Rule whoAgrees, @Nullable Integer seconds, Reach all) {
        return new ApprovalRequestSpec(
                kind,
                workflowId,
                workflowName,
                codeVersion,
                codeSha256,
                effect,
                toolName,
                actionType,
                actionDescription,
                arguments,
                requester,
                reason,
                confidence,
                potentialImpact,
                level,
                whoAgrees,
                seconds,
                reminderAfterSeconds,
                escalation,
                channel,
                organizationId,
                sessionId,
                incidentId,
                callbackUrl,
                editors,
                terms,
                declared,
                all,
                triggerContext);
    }

    /** Starts an ask for a version of a workflow. */
    public static Builder workflow(UUID id, String name, int codeVersion, String codeSha256, Actor requester) {
        Builder builder = new Builder(Kind.WORKFLOW, requester);
        builder.workflowId = id;
        builder.workflowName = name;
        builder.codeVersion = codeVersion;
        builder.codeSha256 = codeSha256;
        return builder;
    }

    /** Starts an ask for a tool call. */
    public static Builder tool(String toolName, Actor requester) {
        Builder builder = new Builder(Kind.TOOL, requester);
        builder.toolName = toolName;
        return builder;
    }

    /** Starts an ask for a change of what protects. */
    static Builder change(String name, Actor requester) {
        Builder builder = new Builder(Kind.CHANGE, requester);
        builder.toolName = name;
        return builder;
    }

    /** Collects the parts of an {@link ApprovalRequestSpec}; what is not set is absent, risk is medium and the rule manual. */
    public static final class Builder {
        private final Kind kind;
        private final Actor requester;
        private @Nullable UUID workflowId;
        private @Nullable String workflowName;
        private @Nullable Integer codeVersion;
        private @Nullable String codeSha256;
        private @Nullable String effect;
        private @Nullable String toolName;
        private @Nullable String actionType;
        private @Nullable String actionDescription;
        private Map<String, Object> arguments = Map.of();
        private @Nullable String reason;
        private @Nullable Double confidence;
        private @Nullable String potentialImpact;
        private RiskLevel riskLevel = RiskLevel.MEDIUM;
        private Rule rule = Rule.manual();
        private @Nullable Integer timeoutSeconds;
        private @Nullable Integer reminderAfterSeconds;
        private List<EscalationStep> escalation = List.of();
        private @Nullable String channel;
        private @Nullable String organizationId;
        private @Nullable String sessionId;
        private @Nullable String incidentId;
        private @Nullable String callbackUrl;
        private Set<String> editors = Set.of();
        private List<AgreementDocument.Entry> terms = List.of();
        private boolean declared;
        private Reach reach = Reach.NOTHING;
        private Map<String, Object> triggerContext = Map.of();

        private Builder(Kind kind, Actor requester) {
            this.kind = kind;
            this.requester = requester;
        }

        /** The workflow that a change is about. */
        Builder about(UUID workflow, String name) {
            workflowId = workflow;
            workflowName = name;
            return this;
        }

        public Builder effect(@Nullable String text) {
            effect = text;
            return this;
        }

        public Builder action(@Nullable String type, @Nullable String description) {
            actionType = type;
            actionDescription = description;
            return this;
        }

        public Builder arguments(Map<String, Object> all) {
            arguments = all;
            return this;
        }

        public Builder reason(@Nullable String text) {
            reason = text;
            return this;
        }

        public Builder confidence(@Nullable Double zeroToOne) {
            confidence = zeroToOne;
            return this;
        }

        public Builder potentialImpact(@Nullable String text) {
            potentialImpact = text;
            return this;
        }

        public Builder riskLevel(RiskLevel level) {
            riskLevel = level;
            return this;
        }

        public Builder rule(Rule whoAgrees) {
            rule = whoAgrees;
            return this;
        }

        public Builder timeoutSeconds(@Nullable Integer seconds) {
            timeoutSeconds = seconds;
            return this;
        }

        public Builder reminderAfterSeconds(@Nullable Integer seconds) {
            reminderAfterSeconds = seconds;
            return this;
        }

        public Builder escalation(List<EscalationStep> steps) {
            escalation = List.copyOf(steps);
            return this;
        }

        public Builder channel(@Nullable String name) {
            channel = name;
            return this;
        }

        public Builder organizationId(@Nullable String id) {
            organizationId = id;
            return this;
        }

        public Builder sessionId(@Nullable String id) {
            sessionId = id;
            return this;
        }

        public Builder incidentId(@Nullable String id) {
            incidentId = id;
            return this;
        }

        public Builder callbackUrl(@Nullable String url) {
            callbackUrl = url;
            return this;
        }

        public Builder editors(Set<String> people) {
            editors = Set.copyOf(people);
            return this;
        }

        public Builder terms(List<AgreementDocument.Entry> entries) {
            terms = List.copyOf(entries);
            return this;
        }

        /** Risk and rule are the operator's word. */
        public Builder declared() {
            declared = true;
            return this;
        }

        public Builder reach(Reach all) {
            reach = all;
            return this;
        }

        public Builder triggerContext(Map<String, Object> context) {
            triggerContext = context;
            return this;
        }

        /** The finished ask. */
        public ApprovalRequestSpec build() {
            return new ApprovalRequestSpec(
                    kind,
                    workflowId,
                    workflowName,
                    codeVersion,
                    codeSha256,
                    effect,
                    toolName,
                    actionType,
                    actionDescription,
                    arguments,
                    requester,
                    reason,
                    confidence,
                    potentialImpact,
                    riskLevel,
                    rule,
                    timeoutSeconds,
                    reminderAfterSeconds,
                    escalation,
                    channel,
                    organizationId,
                    sessionId,
                    incidentId,
                    callbackUrl,
                    editors,
                    terms,
                    declared,
                    reach,
                    triggerContext);
        }
    }
}
