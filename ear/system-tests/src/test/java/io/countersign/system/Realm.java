package io.countersign.system;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The house's own Keycloak, as its administrator sees it. */
final class Realm {

    private static final String USERS = "/admin/realms/countersign/users";

    private final Api admin;

    private Realm(Api admin) {
        this.admin = admin;
    }

    static Realm of(House house) {
        Api stranger = new Api(house.keycloakUrl(), null);
        String token = stranger.form(
                        "/realms/master/protocol/openid-connect/token",
                        "grant_type=password&client_id=admin-cli&username=admin&password=" + password(house))
                .expect(200)
                .json()
                .getString("access_token");
        return new Realm(stranger.as(token));
    }

    private static String password(House house) {
        try {
            return Files.readString(house.data.resolve("secrets/keycloak-admin"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more person, who signs in with their name as password; nobody can write to them. */
    void approver(String name, String organization) {
        String made =
                admin.post(USERS, """
                        {"username":"%1$s","enabled":true,"attributes":{"organization_id":["%2$s"]},
                         "credentials":[{"type":"password","value":"%1$s","temporary":false}]}""".formatted(name, organization)).expect(201).header("Location");
        JsonObject role = admin.get("/admin/realms/countersign/roles/approver")
                .expect(200)
                .json();
        String user = made.substring(made.lastIndexOf('/') + 1);
        admin.post(USERS + "/" + user + "/role-mappings/realm", "[" + role + "]")
                .expect(204);
    }
}
