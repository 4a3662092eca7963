package io.countersign.gateway.server;

import io.countersign.kernel.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a tool is known by: all that a client and an approver read of it. */
public final class Fingerprint {

    private static final List<String> PARTS =
            List.of("name", "title", "description", "inputSchema", "outputSchema", "annotations");

    private Fingerprint() {}

    /** The parts of a listed tool that its fingerprint covers; whatever else a server lists is dropped. */
    public static Map<String, Object> covered(Map<String, Object> listed) {
        Map<String, Object> covered = new LinkedHashMap<>();
        for (String part : PARTS) {
            Object value = listed.get(part);
            if (value != null) {
                covered.put(part, value);
            }
        }
        return covered;
    }

    /** Lower-case hex SHA-256 of the canonical JSON of those parts. */
    public static String of(Map<String, Object> listed) {
        return CanonicalJson.sha256(covered(listed));
    }
}
