package io.countersign.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** One more approver of an organization, who signs in with their name as password; nobody can write to them. */
    void approver(String name, String organization) {
        ensure(name, List.of("approver"), organization);
    }

    /** A person of that name, with these roles and organizations where there was none; signs in with the name as password. */
    void ensure(String name, List<String> roles, String... organizations) {
        if (!admin.get(USERS + "?exact=true&username=" + name)
                .expect(200)
                .text()
                .equals("[]")) {
            return;
        }
        String belongs = Stream.of(organizations).map(Api::string).collect(Collectors.joining(","));
        String made =
                admin.post(USERS, """
                        {"username":"%1$s","enabled":true,"attributes":{"organization_id":[%2$s]},
                         "credentials":[{"type":"password","value":"%1$s","temporary":false}]}""".formatted(name, belongs)).expect(201).header("Location");
        String user = made.substring(made.lastIndexOf('/') + 1);
        String given = roles.stream()
                .map(role -> admin.get("/admin/realms/countersign/roles/" + role)
                        .expect(200)
                        .text())
                .collect(Collectors.joining(","));
        admin.post(USERS + "/" + user + "/role-mappings/realm", "[" + given + "]")
                .expect(204);
    }
}
