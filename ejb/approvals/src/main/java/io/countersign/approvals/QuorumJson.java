package io.countersign.approvals;

import io.countersign.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outside shape of a {@link Quorum}. */
final class QuorumJson {

    private static final int MAX_DEPTH = 5;
    private static final int MAX_PARTS = 20;
    private static final int MAX_COUNT = 50;

    private QuorumJson() {}

    static Quorum read(String at, @Nullable Object json, int depth) {
        if (!(json instanceof Map<?, ?> map)) {
            throw Refusal.invalid(at, "must be an object with all, any, or role and count");
        }
        if (depth > MAX_DEPTH) {
            throw Refusal.invalid(at, "is nested deeper than " + MAX_DEPTH);
        }
        if (map.containsKey("all") && map.size() == 1) {
            return new Quorum.All(parts(at + ".all", map.get("all"), depth));
        }
        if (map.containsKey("any") && map.size() == 1) {
            return new Quorum.Any(parts(at + ".any", map.get("any"), depth));
        }
        return places(at, map);
    }

    private static List<Quorum> parts(String at, @Nullable Object json, int depth) {
        if (!(json instanceof List<?> list) || list.isEmpty() || list.size() > MAX_PARTS) {
            throw Refusal.invalid(at, "must be a list of 1 to " + MAX_PARTS + " parts");
        }
        List<Quorum> parts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            parts.add(read(at + "[" + i + "]", list.get(i), depth + 1));
        }
        return parts;
    }

    private static Quorum places(String at, Map<?, ?> map) {
        for (Object key : map.keySet()) {
            if (!"role".equals(key) && !"count".equals(key)) {
                throw Refusal.invalid(at + "." + key, "is not known here; use all, any, or role and count");
            }
        }
        if (!(map.get("role") instanceof String role) || role.isBlank()) {
            throw Refusal.invalid(at + ".role", "is required");
        }
        Object count = map.containsKey("count") ? map.get("count") : Integer.valueOf(1);
        if (!(count instanceof Number number)
                || number.doubleValue() != number.intValue()
                || number.intValue() < 1
                || number.intValue() > MAX_COUNT) {
            throw Refusal.invalid(at + ".count", "must be a whole number from 1 to " + MAX_COUNT);
        }
        return new Quorum.Places(role, number.intValue());
    }

    static Map<String, Object> write(Quorum quorum) {
        if (quorum instanceof Quorum.Places places) {
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
