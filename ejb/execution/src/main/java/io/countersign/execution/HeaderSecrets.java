package io.countersign.execution;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of the secrets that stand in headers of a request, never values.
 *
 * @param bearer the secret behind {@code Authorization: Bearer}, null for none
 * @param headers secrets by the header that is the secret's value
 */
public record HeaderSecrets(@Nullable String bearer, Map<String, String> headers) {

    public HeaderSecrets {
        headers = Map.copyOf(headers);
    }

    /** Every secret named. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(headers.values());
        if (bearer != null) {
            names.add(bearer);
        }
        return names;
    }

    /** The headers with their values; secrets that have none are left out. */
    Map<String, String> filled(Map<String, String> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        if (bearer != null && values.containsKey(bearer)) {
            filled.put("Authorization", "Bearer " + values.get(bearer));
        }
        headers.forEach((header, secret) -> {
            if (values.containsKey(secret)) {
                filled.put(header, values.get(secret));
            }
        });
        return filled;
    }
}
