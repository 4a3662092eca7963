package io.countersign.integrations;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reading the settings of an integration. */
public final class IntegrationConfig {

    private IntegrationConfig() {}

    /** A text without blanks around it; empty when it is not set or blank. */
    public static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A host or a full http(s) URL as a URL without a slash at its end; the default when it is not set. */
    public static String url(Config config, String name, String usual) {
        return url(text(config, name).orElse(usual));
    }

    /** A host or a full http(s) URL as a URL without a slash at its end. */
    public static String url(String hostOrUrl) {
        String lower = hostOrUrl.toLowerCase(Locale.ROOT);
        String url = lower.startsWith("http://") || lower.startsWith("https://") ? hostOrUrl : "https://" + hostOrUrl;
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
