package io.countersign.approvals.change;

import io.countersign.approvals.json.StoredJson;
import io.countersign.security.ApiKeyPatch;
import io.countersign.security.NewApiKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requested API keys as JSON, stored until the request is approved. */
public final class KeyJson {

    private KeyJson() {}

    public static Map<String, Object> of(NewApiKey wish) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "name", wish.name());
        put(map, "key_type", wish.keyType());
        put(map, "owner", wish.owner());
        put(map, "scopes", wish.scopes());
        put(map, "roles", wish.roles());
        put(
                map,
                "expires_at",
                wish.expiresAt() == null ? null : wish.expiresAt().toString());
        put(map, "organization_id", wish.organizationId());
        return map;
    }

    public static NewApiKey wish(@Nullable Map<String, Object> stored) {
        Map<String, Object> map = stored == null ? Map.of() : stored;
        return new NewApiKey(
                text(map, "name"),
                text(map, "key_type"),
                words(map, "scopes"),
                text(map, "owner"),
                words(map, "roles"),
                time(map),
                text(map, "organization_id"));
    }

    public static Map<String, Object> of(ApiKeyPatch patch) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "name", patch.name());
        put(map, "scopes", patch.scopes());
        put(map, "roles", patch.roles());
        put(
                map,
                "expires_at",
                patch.expiresAt() == null ? null : patch.expiresAt().toString());
        if (patch.clearExpiry()) {
            map.put("clear_expiry", true);
        }
        return map;
    }

    public static ApiKeyPatch patch(@Nullable Map<String, Object> stored) {
        Map<String, Object> map = stored == null ? Map.of() : stored;
        return new ApiKeyPatch(
                text(map, "name"),
                words(map, "scopes"),
                words(map, "roles"),
                time(map),
                Boolean.TRUE.equals(map.get("clear_expiry")));
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private static @Nullable String text(Map<String, Object> map, String name) {
        return map.get(name) instanceof String text ? text : null;
    }

    private static @Nullable Instant time(Map<String, Object> map) {
        String text = text(map, "expires_at");
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable List<@Nullable String> words(Map<String, Object> map, String name) {
        return map.containsKey(name) ? new ArrayList<>(StoredJson.strings(map.get(name))) : null;
    }
}
