package io.countersign.system;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The people and agents of the stories, each with a key. */
final class TestUsers {
    private static final Map<TestServer, TestUsers> CASTS = new ConcurrentHashMap<>();

    private static final String READ = "\"workflows:read\",\"approvals:read\",\"audit:read\"";

    final Api admin;
    final Api author;
    final Api agent;
    final Api alex;
    final Api blake;
    final Api casey;

    private TestUsers(TestServer house) {
        admin = house.admin();
        if (house.hasKeycloak()) {
            // root is not the only one who agrees to what admins change
            Realm.of(house).ensure("ruth", List.of("soc-admin"));
            // the server asks about her at once, not only with its next list of everybody
            key(house, "{\"name\":\"agent of ruth\",\"key_type\":\"agent\",\"owner\":\"ruth\",\"scopes\":[]}");
        }
        author = human(
                house,
                "maya",
                "\"workflow-author\",\"soc-analyst\",\"approver\"",
                "\"workflows:write\",\"workflows:execute\",\"approvals:write\"");
        alex = approver(house, "alex", "\"approver\"");
        blake = approver(house, "blake", "\"approver\",\"soc-lead\"");
        casey = approver(house, "casey", "\"approver\",\"network\"");
        agent = house.api(key(house, """
                {"name":"triage-agent","key_type":"agent","owner":"sam",
                 "scopes":["workflows:read","workflows:execute","approvals:read","approvals:write"]}"""));
    }

    static TestUsers of(TestServer house) {
        return CASTS.computeIfAbsent(house, TestUsers::new);
    }

    static Api approver(TestServer house, String owner, String roles) {
        return human(house, owner, roles, "\"approvals:write\"");
    }

    /** A key that its owner has made, signed in; where there is no Keycloak, one that the admin has made. */
    static Api human(TestServer house, String owner, String roles, String scopes) {
        String wish = """
                {"name":"key of %s","key_type":"human","owner":"%s","roles":[%s],"scopes":[%s,%s]}""".formatted(owner, owner, roles, READ, scopes);
        if (!house.hasKeycloak()) {
            return house.api(key(house, wish));
        }
        Realm.of(house).ensure(owner, names(roles));
        return house.api(
                house.login(owner).post("/v1/api-keys", wish).expect(201).data().getString("key"));
    }

    private static List<String> names(String quoted) {
        return Stream.of(quoted.split(","))
                .map(name -> name.replace("\"", "").strip())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A key that the admin makes: for an agent, or where there is no Keycloak. */
    static String key(TestServer house, String wish) {
        return house.admin().post("/v1/api-keys", wish).expect(201).data().getString("key");
    }
}
