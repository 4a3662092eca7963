package io.countersign.approvals.request;

import io.countersign.approvals.Rule;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.rules.Requirement;
import io.countersign.kernel.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rules that a request has to meet besides its own, as they are stored: with names to show and person ids to judge by. */
public final class AlsoJson {

    /**
     * One of them.
     *
     * @param stated with user names, as it is shown
     * @param judged with person ids
     */
    public record Also(Rule stated, Requirement judged) {}

    private AlsoJson() {}

    public static @Nullable String write(List<Also> all) {
        return all.isEmpty()
                ? null
                : CanonicalJson.write(all.stream().map(AlsoJson::toMap).toList());
    }

    private static Map<String, Object> toMap(Also also) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", RuleJson.toMap(also.stated()));
        map.put("people", also.judged().rule().approvers());
        map.put("electorate", new TreeSet<>(also.judged().electorate()));
        return map;
    }

    public static List<Also> read(@Nullable String json) {
        List<Also> all = new ArrayList<>();
        if (json != null && CanonicalJson.parse(json) instanceof List<?> list) {
            for (Object one : list) {
                Map<String, Object> map = Objects.requireNonNullElse(StoredJson.object(one), Map.of());
                Rule stated =
                        RuleJson.fromMap(Objects.requireNonNullElse(StoredJson.object(map.get("rule")), Map.of()));
                Rule judged = stated.among(StoredJson.strings(map.get("people")));
                all.add(new Also(
                        stated, new Requirement(judged, Set.copyOf(StoredJson.strings(map.get("electorate"))))));
            }
        }
        return all;
    }

    static List<Requirement> requirements(@Nullable String json) {
        return read(json).stream().map(Also::judged).toList();
    }
}
