package io.countersign.approvals;

import static io.countersign.kernel.FieldType.constant;
import static io.countersign.kernel.FieldType.flag;
import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.listOf;
import static io.countersign.kernel.FieldType.namesOf;
import static io.countersign.kernel.FieldType.number;
import static io.countersign.kernel.FieldType.object;
import static io.countersign.kernel.FieldType.text;

import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import java.util.List;

/**
 * The fields of a rule and of a request for approval as callers write them, within {@link RuleLimits}. Definitions, policies,
 * the catalogue and requests for tool calls are read with these, so that what one of them accepts the others accept too.
 */
public final class ApprovalFields {

    /** A tool, an organization, a session, an incident, a channel. */
    public static final FieldType<String> NAME = text(1, RuleLimits.MAX_NAME);

    /** A description, a reason, an impact: may be empty. */
    public static final FieldType<String> TEXT = text(RuleLimits.MAX_TEXT);

    /** A text of that length which says something. */
    public static final FieldType<String> REASON = text(1, RuleLimits.MAX_TEXT);

    /** A comment on a decision, which may be empty. */
    public static final FieldType<String> COMMENT = text(RuleLimits.MAX_COMMENT);

    /** A comment which says something: a reason to reject or to cancel. */
    public static final FieldType<String> STATED_COMMENT = text(1, RuleLimits.MAX_COMMENT);

    /** Where the outcome of a request is posted. */
    public static final FieldType<String> CALLBACK_URL = text(1, RuleLimits.MAX_URL);

    /** A lower-case hex SHA-256, such as that of what somebody has seen; a wrong one is refused where it is compared. */
    public static final FieldType<String> DIGEST = text(64);

    /** How sure a requester is. */
    public static final FieldType<Double> CONFIDENCE = number(0, 1);

    public static final FieldType<RiskLevel> RISK = constant(RiskLevel.values());

    public static final FieldType<ApprovalType> TYPE = constant(ApprovalType.values());

    /** Roles or user names. */
    public static final FieldType<List<String>> NAMES = namesOf(NAME, RuleLimits.MAX_PEOPLE);

    /** How many people have to agree; {@code multi} wants two or more, which is said of the whole rule. */
    public static final FieldType<Integer> PEOPLE = integer(1, RuleLimits.MAX_PEOPLE);

    /** Seconds until a request expires. */
    public static final FieldType<Integer> TIMEOUT = integer(RuleLimits.MIN_TIMEOUT, RuleLimits.MAX_TIMEOUT);

    /** Seconds until people are reminded, or a step of an escalation is taken. */
    public static final FieldType<Integer> AFTER_SECONDS = integer(1, RuleLimits.MAX_TIMEOUT);

    public static final FieldType<Quorum> QUORUM = QuorumJson.FIELD;

    public static final FieldType<List<EscalationStep>> ESCALATION =
            listOf(object(ApprovalFields::step), RuleLimits.MAX_STEPS);

    private ApprovalFields() {}

    /** Who has to agree; whether enough such people exist is judged when somebody asks. */
    public static Rule rule(JsonFields fields, ApprovalType byDefault) {
        Rule rule = new Rule(
                fields.read("approval_type", TYPE, byDefault),
                fields.read("required_roles", NAMES, List.of()),
                fields.read("required_approvers", PEOPLE),
                fields.read("required_rejections", PEOPLE, 1),
                fields.read("approvers", NAMES, List.of()),
                fields.read("quorum", QUORUM));
        rule.idle().forEach(fields::wrong);
        return rule;
    }

    private static EscalationStep step(JsonFields fields) {
        EscalationStep step = new EscalationStep(
                fields.need("after_seconds", AFTER_SECONDS, 1),
                fields.read("roles", NAMES, List.of()),
                fields.read("channel", NAME),
                fields.read("widen", flag(), false));
        if (step.widen() && step.roles().isEmpty()) {
            fields.wrong("widen", "needs roles that may decide from then on");
        } else if (step.roles().isEmpty() && step.channel() == null) {
            fields.wrong("roles", "a step needs roles or a channel to tell");
        }
        return step;
    }
}
