package io.countersign.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The credential by which a caller was authenticated. It is shown with every decision and kept in the audit log: the
 * key, session, link or account through which somebody acted.
 *
 * @param kind what sort of credential
 * @param id which one: the key's uuid, the session's id, the channel's user id; null where there is no such thing
 * @param createdBy person id of whoever made the credential, where that may be somebody else than the one who uses it
 * @param address the network address that it was used from, null when not known
 */
public record Credential(
        Kind kind,
        @Nullable String id,
        @Nullable String createdBy,
        @Nullable String address) {

    /** The sorts of credentials. */
    public enum Kind {
        API_KEY,
        ACCESS_TOKEN,
        SESSION,
        LINK,
        SLACK,
        TEAMS,
        PLATFORM,
        SERVER;

        /** The name outside: lower case. */
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The server acts by itself, or platform code without a caller does. */
    public static final Credential SERVER = new Credential(Kind.SERVER, null, null, null);

    public static Credential of(Kind kind, @Nullable String id) {
        return new Credential(kind, id, null, null);
    }

    /** The same, used from that address. */
    public Credential from(@Nullable String remoteAddress) {
        return new Credential(kind, id, createdBy, remoteAddress);
    }

    /** The same credential as one of another kind: an access token that the console's session holds. */
    public Credential as(Kind other) {
        return new Credential(other, id, createdBy, address);
    }

    /** As it is shown and audited: {@code kind id created_by address}, absent parts left out. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", kind.wire());
        put(map, "id", id);
        put(map, "created_by", createdBy);
        put(map, "address", address);
        return map;
    }

    private static void put(Map<String, Object> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
