package io.countersign.approvals;

import io.countersign.approvals.AgreementDocument.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that is to hold only when somebody else has agreed to it, as the module that would carry it out describes it.
 *
 * @param subjectType what is changed, for instance {@code policy} or {@code workflow}
 * @param subjectId which of these
 * @param description what would happen, an infinitive in words: {@code Publish the workflow Block IP}
 * @param payload what is carried out, JSON-shaped; kept as it is until then and covered by the request's digest
 * @param parameters the change in short, as the request's {@code parameters}
 * @param fields every value that would be another one: what people are shown
 * @param baseVersion the version of the subject that the change was made against; null where there is none yet
 * @param rule who has to agree; no policy alters it
 * @param riskLevel how dangerous the change is
 * @param reason why, null for nothing but the description
 * @param editors persons who do not count either, at high and critical risk
 * @param workflow the workflow that is changed, null for anything else
 * @param organizationId who may see it, null for the asker's own
 */
public record ProposedChange(
        String subjectType,
        String subjectId,
        String description,
        Map<String, Object> payload,
        Map<String, Object> parameters,
        List<Field> fields,
        @Nullable Long baseVersion,
        Rule rule,
        RiskLevel riskLevel,
        @Nullable String reason,
        Set<String> editors,
        @Nullable Workflow workflow,
        @Nullable String organizationId) {

    /** The workflow that a change is about: it is cancelled with whatever else is pending for it. */
    public record Workflow(UUID id, String name) {}

    /**
     * One value that would be another one.
     *
     * @param form how the value is laid out
     * @param before what holds now, null for nothing
     * @param after what would hold, null for nothing
     */
    public record Field(
            String name,
            Form form,
            @Nullable String before,
            @Nullable String after) {}

    public ProposedChange {
        fields = List.copyOf(fields);
        editors = Set.copyOf(editors);
    }
}
