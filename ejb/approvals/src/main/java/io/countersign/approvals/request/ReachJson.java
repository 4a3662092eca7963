package io.countersign.approvals.request;

import io.countersign.approvals.Reach;
import io.countersign.approvals.json.StoredJson;
import io.countersign.kernel.CanonicalJson;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A {@link Reach} as it is stored with its request. */
public final class ReachJson {

    private ReachJson() {}

    public static @Nullable String write(Reach reach) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "secrets", reach.secrets());
        put(map, "hosts", reach.hosts());
        put(map, "integrations", reach.integrations());
        put(map, "actions", reach.actions());
        put(map, "action_types", reach.actionTypes());
        return map.isEmpty() ? null : CanonicalJson.write(map);
    }

    public static Reach read(@Nullable String json) {
        if (json == null) {
            return Reach.NOTHING;
        }
        Map<String, Object> map = CanonicalJson.parseObject(json);
        return new Reach(
                names(map.get("secrets")),
                names(map.get("hosts")),
                names(map.get("integrations")),
                names(map.get("actions")),
                names(map.get("action_types")));
    }

    private static void put(Map<String, Object> map, String name, Set<String> names) {
        if (!names.isEmpty()) {
            map.put(name, new TreeSet<>(names));
        }
    }

    private static Set<String> names(@Nullable Object list) {
        Collection<String> names = StoredJson.strings(list);
        return Set.copyOf(names);
    }
}
