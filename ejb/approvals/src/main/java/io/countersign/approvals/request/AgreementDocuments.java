package io.countersign.approvals.request;

import static io.countersign.approvals.AgreementDocument.Part.ON_WHAT;
import static io.countersign.approvals.AgreementDocument.Part.RULE;
import static io.countersign.approvals.AgreementDocument.Part.WHAT_RUNS;
import static io.countersign.approvals.AgreementDocument.Part.WHY;
import static io.countersign.approvals.AgreementDocument.Part.WITH_WHAT;

import io.countersign.approvals.AgreementDocument;
import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.approvals.AgreementDocument.Part;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.Kind;
import io.countersign.approvals.Rule;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.rules.EligibleApprovers;
import io.countersign.approvals.storage.ContentStore;
import io.countersign.kernel.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the agreement document of a stored request: the asker's frozen entries, and what the request itself holds. */
public final class AgreementDocuments {

    private static final Set<String> KNOWN_ARGUMENTS =
            Set.of("indicator", "alert", "alert_uuid", "parameters", "endpoint");

    private static final Set<String> KNOWN_OF_INDICATOR = Set.of("value", "type", "original", "malice", "enrichments");

    private final RequestRow row;
    private final List<Entry> terms;
    private final @Nullable String effect;
    private final List<Entry> entries = new ArrayList<>();

    private AgreementDocuments(RequestRow row, List<Entry> terms, @Nullable String effect) {
        this.row = row;
        this.terms = terms;
        this.effect = effect;
    }

    public static AgreementDocument of(RequestRow row, ContentStore texts) {
        String terms = texts.read(row.termsSha256);
        return new AgreementDocuments(
                        row,
                        terms == null ? List.of() : AgreementDocument.read(terms),
                        terms == null ? texts.read(row.effectSha256) : null)
                .document();
    }

    /** The document's digest: the one kept when it was asked or revised; requests of before have none and get it now. */
    public static String sha256(RequestRow row, ContentStore texts) {
        String kept = row.agreementSha256;
        return kept == null ? of(row, texts).sha256() : kept;
    }

    private AgreementDocument document() {
        whatRuns();
        onWhat();
        frozen(WITH_WHAT);
        why();
        rule();
        return new AgreementDocument(entries);
    }

    private void frozen(Part part) {
        terms.stream().filter(entry -> entry.part() == part).forEach(entries::add);
    }

    private void whatRuns() {
        add(WHAT_RUNS, "Workflow", row.workflowName);
        add(WHAT_RUNS, "Version", row.codeVersion);
        add(WHAT_RUNS, "SHA-256", row.codeSha256);
        add(WHAT_RUNS, "Tool", row.toolName);
        if (row.kind != Kind.WORKFLOW) {
            add(WHAT_RUNS, "Action type", row.actionType);
            add(WHAT_RUNS, "Description", row.actionDescription);
        }
        frozen(WHAT_RUNS);
        if (effect != null && !effect.isBlank()) {
            entries.add(Entry.code(WHAT_RUNS, "Code", effect));
        }
    }

    private void onWhat() {
        Map<String, Object> arguments = CanonicalJson.parseObject(row.arguments);
        Map<String, Object> indicator = StoredJson.object(arguments.get("indicator"));
        if (indicator != null) {
            indicator(indicator);
        }
        if (row.kind != Kind.CHANGE || terms.isEmpty()) {
            // of a change the entries say the same, and whole
            json("Parameters", arguments.get("parameters"));
        }
        json("Alert", arguments.get("alert"));
        add(ON_WHAT, "Alert ID", arguments.get("alert_uuid"));
        Map<String, Object> others = others(arguments, KNOWN_ARGUMENTS);
        saidAlready(others, "tool_name", row.toolName);
        saidAlready(others, "action_type", row.actionType);
        saidAlready(others, "action_description", row.actionDescription);
        json("Other arguments", others);
    }

    private void indicator(Map<String, Object> indicator) {
        add(ON_WHAT, "Indicator", indicator.get("value"));
        add(ON_WHAT, "Indicator type", indicator.get("type"));
        add(ON_WHAT, "As written", indicator.get("original"));
        add(ON_WHAT, "Verdict on it", indicator.get("malice"));
        json("Enrichments", indicator.get("enrichments"));
        json("Other facts of the indicator", others(indicator, KNOWN_OF_INDICATOR));
    }

    private void saidAlready(Map<String, Object> others, String name, @Nullable String value) {
        if (row.kind != Kind.WORKFLOW && Objects.equals(others.get(name), value)) {
            others.remove(name);
        }
    }

    /** Labels are ours: what is called by somebody else's name is shown with its name, as a value. */
    private static Map<String, Object> others(Map<String, Object> all, Set<String> known) {
        Map<String, Object> others = new TreeMap<>(all);
        others.keySet().removeAll(known);
        return others;
    }

    private void why() {
        add(WHY, "Reason", row.reason);
        add(WHY, "Potential impact", row.potentialImpact);
        add(WHY, "Confidence", row.confidence == null ? null : Math.round(row.confidence * 100) + " %");
        add(WHY, "Trigger", row.triggerType + " (" + row.requesterLabel + ")");
        add(WHY, "Requested by", row.requesterName());
        add(WHY, "Incident", row.incidentId);
        add(WHY, "Session", row.sessionId);
    }

    private void rule() {
        Rule rule = RuleJson.read(row.rule);
        add(RULE, "Risk", row.riskLevel);
        add(RULE, "Approval", rule.type());
        list("Required roles", rule.requiredRoles());
        list("Approvers", rule.approvers());
        add(RULE, "Approvals needed", rule.requiredApprovers());
        if (rule.type() == ApprovalType.MULTI) {
            add(RULE, "Rejections needed", rule.requiredRejections());
        }
        if (rule.quorum() != null) {
            entries.add(Entry.json(RULE, "Quorum", rule.quorum().toMap()));
        }
        if (EligibleApprovers.canWiden(rule.type())) {
            list("May decide later", widening());
        }
        List<AlsoJson.Also> also = AlsoJson.read(row.also);
        for (int i = 0; i < also.size(); i++) {
            String label = also.size() == 1 ? "Also needed" : "Also needed (" + (i + 1) + ")";
            entries.add(Entry.json(RULE, label, RuleJson.toMap(also.get(i).stated())));
        }
        add(RULE, "Policy", row.policy);
        frozen(RULE);
    }

    /** Whom escalation lets decide, as it was asked for: the document stays the same when that time comes. */
    private List<String> widening() {
        return EscalationSteps.of(row).stream()
                .filter(EscalationStep::widen)
                .map(step -> String.join(", ", step.roles()) + " after " + step.afterSeconds() + " s")
                .toList();
    }

    private void add(Part part, String label, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            entries.add(Entry.value(part, label, value));
        }
    }

    private void list(String label, List<String> items) {
        if (!items.isEmpty()) {
            entries.add(Entry.list(RULE, label, items));
        }
    }

    private void json(String label, @Nullable Object value) {
        boolean empty = value == null || value instanceof Map<?, ?> map && map.isEmpty();
        if (!empty) {
            entries.add(Entry.json(ON_WHAT, label, value));
        }
    }
}
