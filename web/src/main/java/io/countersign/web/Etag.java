package io.countersign.web;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Entity tags on the wire: quoted there, bare inside the server. */
public final class Etag {

    private Etag() {}

    /** One thing with its tag. */
    public static Response ok(Object data, String tag) {
        return tagged(Response.ok(Answer.one(data)), tag).build();
    }

    /** Adds the tag to an answer. */
    public static Response.ResponseBuilder tagged(Response.ResponseBuilder answer, String tag) {
        return answer.header("ETag", "\"" + tag + "\"");
    }

    /** The bare tag of an If-Match header; null when it is absent or matches anything. */
    public static @Nullable String wanted(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) {
            return null;
        }
        String tag = ifMatch.trim();
        if (tag.startsWith("W/")) {
            tag = tag.substring(2);
        }
        return tag.length() >= 2 && tag.startsWith("\"") && tag.endsWith("\"")
                ? tag.substring(1, tag.length() - 1)
                : tag;
    }
}
