package io.countersign.security;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/** The one connection to Keycloak's admin interface, made at first use; every call of it is bounded in time. */
@ApplicationScoped
class KeycloakLink {

    private static final int PRIORITY = 100;

    private final Settings settings;
    private @Nullable Keycloak keycloak;

    @Inject
    KeycloakLink(Settings settings) {
        this.settings = settings;
    }

    @SuppressWarnings("NullAway")
    protected KeycloakLink() {
        this.settings = null;
    }

    synchronized RealmResource realm() {
        if (keycloak == null) {
            keycloak = open();
        }
        return keycloak.realm(settings.realm());
    }

    private Keycloak open() {
        String url = settings.keycloakUrl().orElseThrow(() -> new IllegalStateException("no COUNTERSIGN_KEYCLOAK_URL"));
        String secret = settings.directorySecret()
                .orElseThrow(() -> new IllegalStateException(
                        "COUNTERSIGN_DIRECTORY_SECRET is not set, so Keycloak cannot be asked about people"));
        Client http = ClientBuilder.newBuilder()
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(5, TimeUnit.SECONDS)
                // newer servers send fields that this client does not know
                .register(JacksonProvider.class, PRIORITY)
                .build();
        return KeycloakBuilder.builder()
                .serverUrl(url)
                .realm(settings.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(settings.directoryClient())
                .clientSecret(secret)
                .resteasyClient(http)
                .build();
    }

    @PreDestroy
    synchronized void close() {
        if (keycloak != null) {
            keycloak.close();
            keycloak = null;
        }
    }
}
