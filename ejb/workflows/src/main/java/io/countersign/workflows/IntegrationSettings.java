package io.countersign.workflows;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * What the server is told about the identity providers it may act on; absent means not configured. Settings are the
 * contract's {@code OKTA_*} and {@code ENTRA_*}; hosts may be full URLs.
 */
public record IntegrationSettings(Optional<Okta> okta, Optional<Entra> entra) {

    /** Base URL of the Okta organization and its API token (never to be logged). */
    public record Okta(String baseUrl, String apiToken) {}

    /** Base URLs of Microsoft Graph and of the login service, and the client's credentials (never to be logged). */
    public record Entra(String baseUrl, String loginUrl, String tenantId, String clientId, String clientSecret) {}

    /** Reads the settings as they are now. */
    public static IntegrationSettings of(Config config) {
        Optional<Okta> okta = text(config, "okta.domain")
                .flatMap(domain -> text(config, "okta.api.token").map(token -> new Okta(url(domain), token)));
        Optional<Entra> entra = text(config, "entra.tenant.id")
                .flatMap(tenant -> text(config, "entra.client.id").flatMap(id -> text(config, "entra.client.secret")
                        .map(secret -> new Entra(
                                url(text(config, "entra.base.url").orElse("https://graph.microsoft.com/v1.0")),
                                url(text(config, "entra.login.url").orElse("https://login.microsoftonline.com")),
                                tenant,
                                id,
                                secret))));
        return new IntegrationSettings(okta, entra);
    }

    /** {@code okta} and {@code entra}, as far as they are configured. */
    public Set<String> configured() {
        Set<String> names = new LinkedHashSet<>();
        okta.ifPresent(any -> names.add("okta"));
        entra.ifPresent(any -> names.add("entra"));
        return names;
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String url(String hostOrUrl) {
        String lower = hostOrUrl.toLowerCase(Locale.ROOT);
        String url = lower.startsWith("http://") || lower.startsWith("https://") ? hostOrUrl : "https://" + hostOrUrl;
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
