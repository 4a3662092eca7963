package io.countersign.gateway.server;

import static io.countersign.kernel.FieldType.constant;
import static io.countersign.kernel.FieldType.flag;
import static io.countersign.kernel.FieldType.text;

import io.countersign.approvals.ApprovalFields;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.gateway.CallMode;
import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * What holds for calls of a tool.
 *
 * @param mode null where nothing is said
 * @param riskLevel null where nothing is said
 * @param timeoutSeconds people's time, null for the default of the rule's type
 */
public record ToolTerms(
        @Nullable CallMode mode,
        @Nullable RiskLevel riskLevel,
        Rule rule,
        @Nullable Integer timeoutSeconds,
        @Nullable String channel,
        boolean hidden) {

    /** The names of tools are the servers' own; the longest that any of them has. */
    static final FieldType<String> TOOL_NAME = text(1, 200);

    /** Whether people have to agree, as a caller writes it. */
    public static final FieldType<CallMode> MODE = constant(CallMode.values());

    static ToolTerms readDefault(JsonFields form) {
        return read(form, false);
    }

    static ToolTerms readEntry(JsonFields form) {
        form.need("name", TOOL_NAME);
        return read(form, form.read("hidden", flag(), false));
    }

    private static ToolTerms read(JsonFields form, boolean hidden) {
        ToolTerms terms = new ToolTerms(
                form.read("mode", MODE),
                form.read("risk_level", ApprovalFields.RISK),
                ApprovalFields.rule(form, ApprovalType.MANUAL),
                form.read("approval_timeout_seconds", ApprovalFields.TIMEOUT),
                form.read("approval_channel", ApprovalFields.NAME),
                hidden);
        terms.rule().flaws().forEach(form::wrong);
        return terms;
    }
}
