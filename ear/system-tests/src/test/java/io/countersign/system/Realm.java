package io.countersign.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The house's own Keycloak, as its administrator sees it. */
final class Realm {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String USERS = "/admin/realms/countersign/users";

    private final Api admin;

    private Realm(Api admin) {
        this.admin = admin;
    }

    static Realm of(TestServer house) {
        Api stranger = new Api(house.keycloakUrl(), null);
        String token = stranger.form(
                        "/realms/master/protocol/openid-connect/token",
                        "grant_type=password&client_id=admin-cli&username=admin&password=" + password(house))
                .expect(200)
                .json()
                .getString("access_token");
        return new Realm(stranger.as(token));
    }

    private static String password(TestServer house) {
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

    /** Names of users may be changed, as many houses have it. */
    void allowRenaming() {
        admin.send("PUT", "/admin/realms/countersign", "{\"editUsernameAllowed\":true}", JSON)
                .expect(204);
    }

    /** The user is called so from now on; the password stays. */
    void rename(String name, String other) {
        change(name, "username", Json.createValue(other));
    }

    /** Nobody can sign in as that user any more. */
    void disable(String name) {
        change(name, "enabled", JsonValue.FALSE);
    }

    /** The user's account in Slack. */
    void slack(String name, String account) {
        JsonObject attributes = Json.createObjectBuilder()
                .add("slack_user_id", Json.createArrayBuilder().add(account))
                .build();
        change(name, "attributes", attributes);
    }

    /** The user no longer has that role. */
    void take(String name, String role) {
        String given =
                admin.get("/admin/realms/countersign/roles/" + role).expect(200).text();
        String path = USERS + "/" + user(name).getString("id") + "/role-mappings/realm";
        admin.send("DELETE", path, "[" + given + "]", JSON).expect(204);
    }

    /** A new role, held by a new group, with another group below it that the user is in. */
    void giveThroughGroups(String name, String role) {
        String realm = "/admin/realms/countersign";
        admin.post(realm + "/roles", "{\"name\":\"" + role + "\"}").expect(201);
        String given = admin.get(realm + "/roles/" + role).expect(200).text();
        String above = id(admin.post(realm + "/groups", "{\"name\":\"above-" + role + "\"}")
                .expect(201)
                .header("Location"));
        admin.post(realm + "/groups/" + above + "/role-mappings/realm", "[" + given + "]")
                .expect(204);
        String below = admin.post(realm + "/groups/" + above + "/children", "{\"name\":\"below-" + role + "\"}")
                .expect(201)
                .json()
                .getString("id");
        admin.send("PUT", USERS + "/" + user(name).getString("id") + "/groups/" + below, "{}", JSON)
                .expect(204);
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private void change(String name, String field, JsonValue value) {
        JsonObject user = user(name);
        String changed =
                Json.createObjectBuilder(user).add(field, value).build().toString();
        admin.send("PUT", USERS + "/" + user.getString("id"), changed, JSON).expect(204);
    }

    private JsonObject user(String name) {
        String found =
                admin.get(USERS + "?exact=true&username=" + name).expect(200).text();
        try (JsonReader reader = Json.createReader(new StringReader(found))) {
            return reader.readArray().getJsonObject(0);
        }
    }
}
