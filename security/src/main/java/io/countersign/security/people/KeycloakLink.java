package io.countersign.security.people;

import io.countersign.security.SecuritySettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/**
 * The connections to Keycloak's admin interface, made at first use; every call is bounded in time. One is for look-ups of single
 * people, another with a session of its own for the many calls of a snapshot, so that neither waits for the other.
 */
@ApplicationScoped
public class KeycloakLink {

    private static final int PRIORITY = 100;
    private static final int CONNECT_SECONDS = 2;
    /** Nobody waits for a look-up as long as that: a slow answer still comes in time for the next decision. */
    private static final int LOOK_UP_SECONDS = 10;

    private static final int READ_SECONDS = 60;

    private final SecuritySettings settings;
    private @Nullable Keycloak lookUps;
    private @Nullable Keycloak reads;

    @Inject
    public KeycloakLink(SecuritySettings settings) {
        this.settings = settings;
    }

    @SuppressWarnings("NullAway")
    protected KeycloakLink() {
        this.settings = null;
    }

    /** For look-ups of single people. */
    synchronized RealmResource realm() {
        if (lookUps == null) {
            lookUps = open(LOOK_UP_SECONDS);
        }
        return lookUps.realm(settings.realm());
    }

    /** For the pages of a snapshot. */
    synchronized RealmResource pages() {
        return reads().realm(settings.realm());
    }

    /** For the groups of a snapshot. */
    synchronized RealmGroups groups() {
        return reads().proxy(RealmGroups.class, URI.create(url() + "/admin/realms/" + settings.realm() + "/groups"));
    }

    private synchronized Keycloak reads() {
        if (reads == null) {
            reads = open(READ_SECONDS);
        }
        return reads;
    }

    private String url() {
        String url = settings.keycloakUrl().orElseThrow(() -> new IllegalStateException("no COUNTERSIGN_KEYCLOAK_URL"));
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private Keycloak open(int readSeconds) {
        String secret = settings.directorySecret()
                .orElseThrow(() -> new IllegalStateException(
                        "COUNTERSIGN_DIRECTORY_SECRET is not set, so Keycloak cannot be asked about people"));
        Client http = ClientBuilder.newBuilder()
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(readSeconds, TimeUnit.SECONDS)
                // newer servers send fields that this client does not know
                .register(JacksonProvider.class, PRIORITY)
                .build();
        return KeycloakBuilder.builder()
                .serverUrl(url())
                .realm(settings.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(settings.directoryClient())
                .clientSecret(secret)
                .resteasyClient(http)
                .build();
    }

    @PreDestroy
    synchronized void close() {
        close(lookUps);
        close(reads);
        lookUps = null;
        reads = null;
    }

    private static void close(@Nullable Keycloak keycloak) {
        if (keycloak != null) {
            keycloak.close();
        }
    }
}
