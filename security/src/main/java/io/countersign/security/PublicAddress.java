package io.countersign.security;

import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The address at which people and programs reach this server, {@code COUNTERSIGN_BASE_URL}. Where it is https, a proxy in
 * front of the server speaks TLS and browsers must not come any other way.
 */
public record PublicAddress(URI uri) {

    private static final String SETTING = "countersign.base.url";
    private static final String DEFAULT = "http://127.0.0.1:8080";

    /** As this server was started. */
    public static PublicAddress configured() {
        return of(ConfigProvider.getConfig());
    }

    /** As a configuration says. */
    public static PublicAddress of(Config config) {
        return new PublicAddress(URI.create(config.getOptionalValue(SETTING, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(DEFAULT)));
    }

    /** Whether browsers come over TLS. */
    public boolean isHttps() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }
}
