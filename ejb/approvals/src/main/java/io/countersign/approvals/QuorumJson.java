package io.countersign.approvals;

import static io.countersign.kernel.FieldType.integer;
import static io.countersign.kernel.FieldType.object;
import static io.countersign.kernel.FieldType.sequenceOf;

import io.countersign.kernel.FieldType;
import io.countersign.kernel.JsonFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outside shape of a {@link Quorum}. */
final class QuorumJson {

    private static final int MAX_DEPTH = 5;
    private static final int MAX_PARTS = 20;

    /** A quorum of the right shape. */
    static final FieldType<Quorum> SHAPE = level(0);

    /** A quorum as callers write it, small enough to be judged. */
    static final FieldType<Quorum> FIELD = (value, path, fields) -> {
        Quorum quorum = SHAPE.read(value, path, fields);
        String flaw = quorum == null ? null : RuleLimits.flaw(quorum);
        return flaw == null ? quorum : fields.bad(path, flaw);
    };

    private QuorumJson() {}

    /** One of {@code {"all": […]}}, {@code {"any": […]}} and {@code {"role": …, "count": …}}, that deep in a quorum. */
    private static FieldType<Quorum> level(int depth) {
        return (value, path, fields) -> depth > MAX_DEPTH
                ? fields.bad(path, "is nested deeper than " + MAX_DEPTH)
                : object(inner -> read(inner, depth)).read(value, path, fields);
    }

    private static @Nullable Quorum read(JsonFields fields, int depth) {
        FieldType<List<Quorum>> inner = sequenceOf(level(depth + 1), 1, MAX_PARTS);
        if (fields.has("all")) {
            List<Quorum> parts = fields.need("all", inner, List.of());
            return parts.isEmpty() ? null : new Quorum.All(parts);
        }
        if (fields.has("any")) {
            List<Quorum> parts = fields.need("any", inner, List.of());
            return parts.isEmpty() ? null : new Quorum.Any(parts);
        }
        String role = fields.need("role", ApprovalFields.NAME);
        int count = fields.notNull("count").read("count", integer(1, RuleLimits.MAX_PEOPLE), 1);
        return role == null ? null : new Quorum.Slots(role, count);
    }

    static Map<String, Object> write(Quorum quorum) {
        if (quorum instanceof Quorum.Slots places) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("role", places.role());
            place.put("count", places.count());
            return place;
        }
        if (quorum instanceof Quorum.All all) {
            return Map.of("all", all.parts().stream().map(QuorumJson::write).toList());
        }
        return Map.of(
                "any",
                ((Quorum.Any) quorum).parts().stream().map(QuorumJson::write).toList());
    }
}
