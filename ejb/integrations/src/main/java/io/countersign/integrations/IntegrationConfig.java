package io.countersign.integrations;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import java.util.Locale;
import java.util.Optional;

/** Reading the settings of an integration. */
public final class IntegrationConfig {

    private IntegrationConfig() {}

    /** The setting of a server's address: a host or a full http(s) URL. */
    public static Setting<String> address(String name, String fallback, String description) {
        return new Setting<>(
                name, fallback, "a host or a full http(s) URL", description, false, IntegrationConfig::url);
    }

    /** A text without blanks around it; empty when it is not set or blank. */
    public static Optional<String> text(SettingSource source, Setting<String> setting) {
        return source.text(setting.name())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(setting.parser());
    }

    /** The same, or the default when it is not set. */
    public static String url(SettingSource source, Setting<String> setting) {
        return text(source, setting).orElseGet(() -> setting.parser().apply(String.valueOf(setting.fallback())));
    }

    /** A host or a full http(s) URL as a URL without a slash at its end. */
    public static String url(String hostOrUrl) {
        String lower = hostOrUrl.toLowerCase(Locale.ROOT);
        String url = lower.startsWith("http://") || lower.startsWith("https://") ? hostOrUrl : "https://" + hostOrUrl;
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
