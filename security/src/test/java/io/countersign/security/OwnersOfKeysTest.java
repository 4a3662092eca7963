package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.security.apikey.ValidatedApiKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose keys somebody may make, and what they are worth, where there is a Keycloak. */
class OwnersOfKeysTest extends KeysOnTable {

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, String> configured =
            new LinkedHashMap<>(Map.of(SecuritySettings.KEYCLOAK_URL.name(), "http://127.0.0.1:8180"));

    @BeforeEach
    void withKeycloak() {
        is("root", Set.of(Roles.SOC_ADMIN));
        is("maya", Set.of(Roles.APPROVER, Roles.WORKFLOW_AUTHOR));
        is("alex", Set.of(Roles.APPROVER));
        configure();
    }

    private void configure() {
        use(new People(), new SecuritySettings(name -> Optional.ofNullable(configured.get(name))));
    }

    private void is(String name, Set<String> roles, String... organizations) {
        people.put(name, Person.named(name, roles, List.of(organizations)));
    }

    private Actor signedIn(String name) {
        return Actor.person(people.get(name), Credential.of(Credential.Kind.ACCESS_TOKEN, "s-1"));
    }

    private static NewApiKey wish(String type, String owner, List<String> scopes, List<String> roles) {
        return new NewApiKey("a key", type, List.copyOf(scopes), owner, List.copyOf(roles), null, null);
    }

    private static Object reason(Refusal refusal) {
        return refusal.details().get("reason");
    }

    private Refusal refusedTo(String by, NewApiKey wish) {
        return assertThrows(Refusal.class, () -> keys.create(wish, signedIn(by)));
    }

    @Test
    void nobodyMakesAHumanKeyForSomebodyElse() {
        Refusal refusal = refusedTo("root", wish("human", "alex", List.of("approvals:write"), List.of("approver")));
        assertEquals("keys_for_others", reason(refusal));
    }

    @Test
    void whereItIsAllowedTheKeyIsMarked() {
        configured.put(SecuritySettings.KEYS_FOR_OTHERS.name(), "allow");
        configure();
        CreatedKey made =
                keys.create(wish("human", "alex", List.of("approvals:write"), List.of("approver")), signedIn("root"));
        assertEquals("root", made.apiKey().createdBy());
        assertEquals(
                "root", authentication.authenticate(made.key()).credential().createdBy());
    }

    @Test
    void aKeyThatSomebodyElseMadeMakesKeysOfThatOnesMaking() {
        configured.put(SecuritySettings.KEYS_FOR_OTHERS.name(), "allow");
        configure();
        is("ada", Set.of(Roles.SOC_ADMIN));
        Actor byAdasKey = authentication.authenticate(
                keys.createAgreed(wish("human", "ada", List.of("admin"), List.of("soc-admin")), signedIn("root"))
                        .key());
        CreatedKey second =
                keys.create(wish("human", "alex", List.of("approvals:write"), List.of("approver")), byAdasKey);
        assertEquals("root", second.apiKey().createdBy());
    }

    @Test
    void whoHasSignedInMakesAKeyOfTheirOwn() {
        CreatedKey made =
                keys.create(wish("human", "Alex", List.of("approvals:write"), List.of("approver")), signedIn("alex"));
        Actor actor = authentication.authenticate(made.key());
        assertEquals("alex", actor.person());
        assertEquals(Set.of("approver"), actor.roles());
        assertEquals(1, keys.list(PageRequest.first(), signedIn("alex")).total());
        keys.revoke(made.apiKey().id(), signedIn("alex"));
        assertEquals(ErrorCode.UNAUTHORIZED, refused(made.key()));
    }

    @Test
    void aKeyMakesNoFurtherKeys() {
        CreatedKey made = keys.create(wish("human", "alex", List.of("approvals:write"), List.of()), signedIn("alex"));
        Actor byKey = authentication.authenticate(made.key());
        Refusal refusal = assertThrows(
                Refusal.class, () -> keys.create(wish("human", "alex", List.of("approvals:write"), List.of()), byKey));
        assertEquals(List.of("admin"), refusal.details().get("required_scopes"));
    }

    @Test
    void nobodySeesTheKeysOfOthersWithoutBeingAdmin() {
        CreatedKey mayas = keys.create(wish("human", "maya", List.of(), List.of()), signedIn("maya"));
        assertEquals(0, keys.list(PageRequest.first(), signedIn("alex")).total());
        Refusal refusal =
                assertThrows(Refusal.class, () -> keys.find(mayas.apiKey().id(), signedIn("alex")));
        assertEquals(ErrorCode.NOT_FOUND, refusal.code());
        assertThrows(Refusal.class, () -> keys.revoke(mayas.apiKey().id(), signedIn("alex")));
    }

    @Test
    void aKeyIsNeverWorthMoreThanItsOwnerIsNow() {
        CreatedKey made = keys.create(
                wish(
                        "human",
                        "maya",
                        List.of("approvals:write", "workflows:write", "audit:read"),
                        List.of("approver", "soc-lead")),
                signedIn("maya"));
        Actor then = authentication.authenticate(made.key());
        assertEquals(Set.of("approver"), then.roles());
        assertTrue(then.hasScope(Scopes.WORKFLOWS_WRITE));
        assertFalse(then.isAdmin());
        is("maya", Set.of(Roles.SOC_VIEWER));
        Actor now = authentication.authenticate(made.key());
        assertEquals(Set.of(), now.roles());
        assertFalse(now.hasScope(Scopes.APPROVALS_WRITE));
        assertFalse(now.hasScope(Scopes.WORKFLOWS_WRITE));
    }

    @Test
    void whoIsNoAdminAnyMoreHasNoAdminKey() {
        CreatedKey made = keys.create(wish("human", "root", List.of("admin"), List.of()), signedIn("root"));
        assertTrue(authentication.authenticate(made.key()).isAdmin());
        is("root", Set.of(Roles.SOC_ANALYST));
        Actor now = authentication.authenticate(made.key());
        assertFalse(now.isAdmin());
        assertTrue(now.hasScope(Scopes.WORKFLOWS_EXECUTE));
    }

    @Test
    void whoIsAskedByARoleOfTheirOwnDecidesThatByKeyToo() {
        is("lea", Set.of("soc-lead"));
        CreatedKey made =
                keys.create(wish("human", "lea", List.of("approvals:write"), List.of("soc-lead")), signedIn("lea"));
        Actor lea = authentication.authenticate(made.key());
        assertFalse(lea.hasScope(Scopes.APPROVALS_WRITE), "not what others are asked");
        assertTrue(lea.decidesWhereAsked());
        assertTrue(lea.readsWhereAsked());
        CreatedKey other =
                keys.create(wish("human", "lea", List.of("workflows:read"), List.of("soc-lead")), signedIn("lea"));
        assertFalse(authentication.authenticate(other.key()).decidesWhereAsked());
        assertFalse(authentication.authenticate(other.key()).readsWhereAsked());
    }

    @Test
    void whoIsDisabledOrGoneHasNoWorkingKey() {
        CreatedKey human = keys.create(wish("human", "alex", List.of("approvals:write"), List.of()), signedIn("alex"));
        CreatedKey agent =
                keys.create(wish("agent", "alex", List.of("workflows:execute"), List.of()), signedIn("root"));
        authentication.authenticate(human.key());
        people.remove("alex");
        assertEquals(ErrorCode.UNAUTHORIZED, refused(human.key()));
        assertEquals(ErrorCode.UNAUTHORIZED, refused(agent.key()));
    }

    @Test
    void anOwnerIsAKnownUserOfTheAdminsOrganization() {
        is("ada", Set.of(Roles.SOC_ADMIN), "a");
        is("bob", Set.of(Roles.APPROVER), "b");
        is("cora", Set.of(Roles.APPROVER), "a", "b");
        for (String owner : List.of("bob", "nobody", "system", "root")) {
            Refusal refusal = refusedTo("ada", wish("agent", owner, List.of("workflows:execute"), List.of()));
            assertEquals(ErrorCode.VALIDATION_ERROR, refusal.code(), owner);
        }
        CreatedKey cora = keys.create(wish("agent", "cora", List.of("workflows:execute"), List.of()), signedIn("ada"));
        assertEquals("a", cora.apiKey().organizationId());
        assertEquals(List.of("a"), authentication.authenticate(cora.key()).organizations());
    }

    @Test
    void anOrganizationsAdminSeesItsKeysAndNoOthers() {
        is("ada", Set.of(Roles.SOC_ADMIN), "a");
        is("bob", Set.of(Roles.APPROVER), "b");
        keys.create(wish("agent", "ada", List.of(), List.of()), signedIn("ada"));
        CreatedKey bobs = keys.create(wish("agent", "bob", List.of(), List.of()), signedIn("root"));
        CreatedKey houses = keys.create(wish("agent", "alex", List.of(), List.of()), signedIn("root"));
        Set<String> seen = keys.list(PageRequest.first(), signedIn("ada")).items().stream()
                .map(ApiKey::owner)
                .collect(Collectors.toSet());
        assertEquals(Set.of("ada"), seen);
        for (CreatedKey key : List.of(bobs, houses)) {
            Refusal refusal =
                    assertThrows(Refusal.class, () -> keys.revoke(key.apiKey().id(), signedIn("ada")));
            assertEquals(ErrorCode.NOT_FOUND, refusal.code());
        }
    }

    @Test
    void anotherAdminAgreesToAKeyWithAdmin() {
        keys.create(wish("human", "root", List.of("admin"), List.of()), signedIn("root"));
        is("ada", Set.of(Roles.SOC_ADMIN));
        Refusal refusal = refusedTo("root", wish("human", "root", List.of("admin"), List.of()));
        assertEquals("agreement_needed", reason(refusal));
        CreatedKey plain = keys.create(wish("human", "root", List.of("audit:read"), List.of()), signedIn("root"));
        ApiKeyPatch patch = new ApiKeyPatch(null, List.of("admin"), null, null, false);
        assertThrows(Refusal.class, () -> keys.update(plain.apiKey().id(), patch, null, signedIn("root")));
        assertEquals(
                List.of("ada"),
                keys.otherAdmins(signedIn("root")).stream().map(Person::id).toList());
    }

    @Test
    void aKeyOfTheOperatorsHasNoRoleButAdmin() {
        for (String role : List.of("approver", "soc-lead")) {
            Refusal refusal = assertThrows(
                    Refusal.class,
                    () -> keys.checkNew(
                            wish("human", "bootstrap-admin", List.of("admin"), List.of("soc-admin", role)),
                            operator()));
            assertEquals(ErrorCode.VALIDATION_ERROR, refusal.code());
        }
        String secret = "csk_" + "a".repeat(43);
        keys.install(
                new ValidatedApiKey(
                        "k",
                        KeyType.HUMAN,
                        "bootstrap-admin",
                        "bootstrap-admin",
                        Set.of("admin"),
                        Set.of("soc-admin", "approver"),
                        null,
                        null),
                secret,
                "system");
        Actor now = authentication.authenticate(secret);
        assertEquals(Set.of(), now.roles(), "root is there to agree");
        assertTrue(now.isAdmin());
    }

    private static Actor operator() {
        return new Actor(
                "bootstrap-admin",
                "bootstrap-admin",
                Actor.Kind.HUMAN,
                "bootstrap-admin",
                Set.of(Roles.SOC_ADMIN),
                Set.of(Scopes.ADMIN),
                Credential.of(
                        Credential.Kind.API_KEY, java.util.UUID.randomUUID().toString()),
                List.of());
    }

    /** People in a map. */
    private final class People extends Directory {
        @Override
        public Optional<Person> byId(String id) {
            return Optional.ofNullable(people.get(id));
        }

        @Override
        public Optional<Person> byUserName(String userName) {
            return byId(userName);
        }

        @Override
        public Set<Person> admins() {
            return people.values().stream()
                    .filter(person -> person.hasRole(Roles.SOC_ADMIN))
                    .collect(Collectors.toSet());
        }

        @Override
        Set<String> operatorsAmong(Set<String> roles) {
            return admins().isEmpty() ? Set.of(Roles.SOC_ADMIN) : Set.of();
        }

        @Override
        public boolean isRole(String role) {
            return true;
        }

        @Override
        public boolean hasHeardOf(String id) {
            return true;
        }
    }
}
