package io.countersign.approvals.request;

import io.countersign.approvals.EscalationStep;
import io.countersign.approvals.json.StoredJson;
import io.countersign.kernel.CanonicalJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The escalation steps that a request carries, and when the next of them or its reminder is due. */
public final class EscalationSteps {
    private EscalationSteps() {}

    /** When the next reminder or step of a request comes, null for never. */
    public static @Nullable Instant nextDue(RequestRow row) {
        List<EscalationStep> steps = of(row);
        Instant step = row.escalated < steps.size() ? at(row, steps.get(row.escalated)) : null;
        Instant first = row.remindAt;
        if (first == null || (step != null && step.isBefore(first))) {
            first = step;
        }
        return first != null && first.isBefore(row.expiresAt) ? first : null;
    }

    /** When a step is due. */
    public static Instant at(RequestRow row, EscalationStep step) {
        return row.requestedAt.plusSeconds(step.afterSeconds());
    }

    /** The steps of a request in the order of time. */
    public static List<EscalationStep> of(RequestRow row) {
        if (row.escalation == null || !(CanonicalJson.parse(row.escalation) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .map(StoredJson::object)
                .filter(Objects::nonNull)
                .map(EscalationSteps::step)
                .toList();
    }

    private static EscalationStep step(Map<String, Object> map) {
        int after = map.get("after_seconds") instanceof Number number ? number.intValue() : 0;
        Object channel = map.get("channel");
        return new EscalationStep(
                after,
                StoredJson.strings(map.get("roles")),
                channel == null ? null : String.valueOf(channel),
                Boolean.TRUE.equals(map.get("widen")));
    }
}
