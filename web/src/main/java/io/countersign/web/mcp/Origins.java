package io.countersign.web.mcp;

import io.countersign.security.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** A browser page of another site must not speak here, whatever name leads to this server. */
final class Origins {

    private Origins() {}

    /** @throws Refusal FORBIDDEN when a page of another origin sends the request */
    static void requireOwn(@Nullable String origin, @Nullable String host) {
        if (origin != null && !isOwn(origin, host)) {
            throw Refusal.forbidden("origin", "Requests from pages of another origin are refused.");
        }
    }

    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
