package io.countersign.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** This module's configuration, by the names that the operations guide lists. */
@ApplicationScoped
class SecuritySettings {

    /** The names are also read as environment variables: {@code COUNTERSIGN_KEYCLOAK_URL} … */
    static final String KEYCLOAK_URL = "countersign.keycloak.url";

    static final String KEYCLOAK_REALM = "countersign.keycloak.realm";
    static final String KEYCLOAK_CLIENTS = "countersign.keycloak.clients";
    static final String DIRECTORY_CLIENT = "countersign.directory.client";
    static final String DIRECTORY_SECRET = "countersign.directory.secret";
    static final String BOOTSTRAP_ADMIN_KEY = "countersign.bootstrap.admin.key";
    static final String SERVER_KEY = "countersign.server.key";
    static final String KEYS_FOR_OTHERS = "countersign.keys.for.others";

    /** Where a setting comes from. */
    interface Source {
        Optional<String> text(String name);
    }

    private final Source source;

    SecuritySettings() {
        this(SecuritySettings::fromConfig);
    }

    SecuritySettings(Source source) {
        this.source = source;
    }

    private static Optional<String> fromConfig(String name) {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue(name, String.class)
                .or(() -> config.getOptionalValue(environmentName(name), String.class));
    }

    /** Names with several words are underscored alike on both sides, so that dots and underscores both reach us. */
    private static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private Optional<String> text(String name) {
        return source.text(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Keycloak's base URL without a slash at the end; empty: there is no Keycloak. */
    Optional<String> keycloakUrl() {
        return text(KEYCLOAK_URL).map(url -> url.replaceAll("/+$", ""));
    }

    String realm() {
        return text(KEYCLOAK_REALM).orElse("countersign");
    }

    /** The clients whose access tokens are accepted. */
    List<String> clients() {
        return List.of(text(KEYCLOAK_CLIENTS)
                .orElse("countersign-console,countersign-cli")
                .split("\\s*,\\s*"));
    }

    String directoryClient() {
        return text(DIRECTORY_CLIENT).orElse("countersign-directory");
    }

    Optional<String> directorySecret() {
        return text(DIRECTORY_SECRET);
    }

    Optional<String> bootstrapAdminKey() {
        return text(BOOTSTRAP_ADMIN_KEY);
    }

    Optional<String> serverKey() {
        return text(SERVER_KEY);
    }

    /** Whether an admin may make human keys for other people: only where there is no Keycloak, unless said otherwise. */
    boolean keysForOthers() {
        return text(KEYS_FOR_OTHERS).map(word -> word.equalsIgnoreCase("allow")).orElseGet(() -> keycloakUrl()
                .isEmpty());
    }
}
