package io.countersign.security;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.kernel.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Keycloak, its clients, and the keys of this server. */
@ApplicationScoped
public class SecuritySettings extends Settings {

    public static final Setting<URI> KEYCLOAK_URL =
            Setting.address("COUNTERSIGN_KEYCLOAK_URL", null, "base URL of Keycloak; none where it is not set");
    public static final Setting<String> KEYCLOAK_REALM =
            Setting.text("COUNTERSIGN_KEYCLOAK_REALM", "countersign", "its realm");
    public static final Setting<List<String>> KEYCLOAK_CLIENTS = Setting.words(
            "COUNTERSIGN_KEYCLOAK_CLIENTS",
            "countersign-console,countersign-cli",
            "clients whose access tokens are accepted");
    public static final Setting<String> DIRECTORY_CLIENT = Setting.text(
            "COUNTERSIGN_DIRECTORY_CLIENT", "countersign-directory", "client by which people of the realm are read");
    public static final Setting<String> DIRECTORY_SECRET = Setting.secret("COUNTERSIGN_DIRECTORY_SECRET", "its secret");
    public static final Setting<String> BOOTSTRAP_ADMIN_KEY =
            Setting.secret("COUNTERSIGN_BOOTSTRAP_ADMIN_KEY", "the first administrator's key");
    public static final Setting<String> SERVER_KEY =
            Setting.secret("COUNTERSIGN_SERVER_KEY", "key under which API keys are hashed; equal on all nodes");
    public static final Setting<String> KEYS_FOR_OTHERS = Setting.word(
            "COUNTERSIGN_KEYS_FOR_OTHERS",
            null,
            List.of("allow", "deny"),
            "whether an admin may make human keys for other people");

    private final Optional<URI> keycloakUrl;
    private final String realm;
    private final List<String> clients;
    private final String directoryClient;
    private final Optional<String> directorySecret;
    private final Optional<String> bootstrapAdminKey;
    private final Optional<String> serverKey;
    private final Optional<String> keysForOthers;

    /** As this server was started. */
    public SecuritySettings() {
        this(SettingSource.ofServer());
    }

    public SecuritySettings(SettingSource source) {
        super(source);
        keycloakUrl = optional(KEYCLOAK_URL);
        realm = value(KEYCLOAK_REALM);
        clients = value(KEYCLOAK_CLIENTS);
        directoryClient = value(DIRECTORY_CLIENT);
        directorySecret = optional(DIRECTORY_SECRET);
        bootstrapAdminKey = optional(BOOTSTRAP_ADMIN_KEY);
        serverKey = optional(SERVER_KEY);
        keysForOthers = optional(KEYS_FOR_OTHERS);
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(
                KEYCLOAK_URL,
                KEYCLOAK_REALM,
                KEYCLOAK_CLIENTS,
                DIRECTORY_CLIENT,
                DIRECTORY_SECRET,
                BOOTSTRAP_ADMIN_KEY,
                SERVER_KEY,
                KEYS_FOR_OTHERS);
    }

    /** Keycloak's base URL without a slash at the end; empty: there is no Keycloak. */
    public Optional<String> keycloakUrl() {
        return keycloakUrl.map(URI::toString);
    }

    /** The realm of our people. */
    public String realm() {
        return realm;
    }

    /** The clients whose access tokens are accepted. */
    public List<String> clients() {
        return clients;
    }

    public String directoryClient() {
        return directoryClient;
    }

    public Optional<String> directorySecret() {
        return directorySecret;
    }

    public Optional<String> bootstrapAdminKey() {
        return bootstrapAdminKey;
    }

    public Optional<String> serverKey() {
        return serverKey;
    }

    /** Whether an admin may make human keys for other people: only where there is no Keycloak, unless said otherwise. */
    public boolean keysForOthers() {
        return keysForOthers.map(word -> word.equals("allow")).orElseGet(keycloakUrl::isEmpty);
    }
}
