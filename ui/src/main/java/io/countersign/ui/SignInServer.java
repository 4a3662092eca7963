package io.countersign.ui;

import io.countersign.security.SecuritySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people sign in: the Keycloak realm that the server was started with, if any. */
@ApplicationScoped
class SignInServer {

    @Inject
    @SuppressWarnings("NullAway.Init")
    SecuritySettings settings;

    static final String CLIENT = "countersign-console";

    /** The realm's address; empty when the server runs without Keycloak. */
    Optional<String> realm() {
        return settings.keycloakUrl().map(url -> url + "/realms/" + settings.realm());
    }

    /** Scheme, host and port, as a content security policy names them. */
    Optional<String> origin() {
        return realm().map(URI::create).map(uri -> uri.getScheme() + "://" + uri.getRawAuthority());
    }

    /** Where the browser goes to end the sign-in itself, and from there back to an address of ours. */
    Optional<String> signOut(String backTo, @Nullable String idToken) {
        return realm().map(realm -> realm + "/protocol/openid-connect/logout?client_id=" + CLIENT
                + "&post_logout_redirect_uri=" + encoded(backTo)
                + (idToken == null ? "" : "&id_token_hint=" + encoded(idToken)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
