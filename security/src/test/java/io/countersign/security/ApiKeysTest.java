package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.audit.AuditEntry;
import io.countersign.audit.PageRequest;
import io.countersign.health.SchemaReady;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys over the real table. */
class ApiKeysTest {

    private static final Actor ADMIN = Actor.person("root", Set.of(Roles.SOC_ADMIN), null);

    private final SetClock clock = new SetClock("2026-11-22T12:00:00Z");
    private final RecordedAudit audit = new RecordedAudit();
    private final DirectEvent<KeyChanged> changed = new DirectEvent<>();
    private static SessionFactory sessions;

    private EntityManager em;
    private KeyTable table;
    private KeyRing ring;
    private ApiKeys keys;
    private Authentication authentication;

    @BeforeAll
    static void createTables() throws Exception {
        sessions = new Configuration()
                .addAnnotatedClass(ApiKeyRow.class)
                .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                .setProperty(
                        "hibernate.connection.url",
                        "jdbc:h2:mem:" + UUID.randomUUID()
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1")
                .buildSessionFactory();
        try (InputStream script = ApiKeysTest.class.getResourceAsStream("/db/migration/V2__security.sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            sessions.inSession(session -> session.doWork(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }));
        }
    }

    @AfterAll
    static void closeSessions() {
        sessions.close();
    }

    /** Each test is one transaction that is rolled back. */
    @BeforeEach
    void begin() {
        em = sessions.createEntityManager();
        em.getTransaction().begin();
        Settings settings = new Settings(name -> Optional.empty());
        table = new KeyTable(em);
        KeyHasher hasher = new KeyHasher(table, settings);
        ring = new KeyRing(table, hasher, clock);
        changed.listen(ring::forget);
        LiveKeys live = new LiveKeys(table, clock);
        changed.listen(live::forget);
        KeycloakPeople none = new KeycloakPeople(settings, new KeycloakLink(settings), clock);
        Directory directory = new Directory(new KnownPeople(none, new SnapshotTable(em), clock), none, live);
        keys = new ApiKeys(table, hasher, directory, audit, changed, clock);
        authentication = new Authentication(ring, new AccessTokens(settings, clock));
    }

    @AfterEach
    void rollBack() {
        em.getTransaction().rollback();
        em.close();
    }

    private CreatedKey human(String owner, String... roles) {
        return keys.create(
                new NewApiKey(
                        "key of " + owner, "human", List.of("approvals:write"), owner, List.of(roles), null, null),
                ADMIN);
    }

    private ErrorCode refused(String bearer) {
        return assertThrows(Refusal.class, () -> authentication.authenticate(bearer))
                .code();
    }

    @Test
    void aKeyActsAsItsOwnerWithItsRolesAndScopes() {
        CreatedKey created = human("Maya", "approver", "soc-lead");
        Actor actor = authentication.authenticate(created.key());
        assertEquals("maya", actor.name());
        assertEquals("key of Maya", actor.label());
        assertEquals(Set.of("approver", "soc-lead"), actor.roles());
        assertEquals(Set.of("approvals:write"), actor.scopes());
        assertEquals(created.apiKey().id(), actor.keyId());
        assertFalse(actor.isAgent());
    }

    @Test
    void aKeyIsLongPrefixedAndShownOnce() {
        CreatedKey created = human("maya");
        assertTrue(created.key().matches("csk_[A-Za-z0-9_-]{43}"), created.key());
        assertEquals(created.key().substring(4, 12), created.apiKey().prefix());
        assertFalse(created.toString().contains(created.key()));
        assertFalse(keys.find(created.apiKey().id(), ADMIN).toString().contains(created.key()));
    }

    @Test
    void theDatabaseHoldsNeitherTheKeyNorItsPlainHash() {
        CreatedKey created = human("maya");
        ApiKeyRow row = table.find(created.apiKey().id()).orElseThrow();
        assertNotEquals(created.key(), row.hash());
        assertNotEquals(Tokens.hash(created.key()), row.hash());
        assertEquals(64, row.hash().length());
    }

    @Test
    void unknownAndMalformedKeysAreUnauthorized() {
        assertEquals(ErrorCode.UNAUTHORIZED, refused("csk_" + Tokens.mint()));
        assertEquals(ErrorCode.UNAUTHORIZED, refused("csk_"));
        assertEquals(ErrorCode.UNAUTHORIZED, refused("csk_" + "x".repeat(10_000)));
        assertEquals(ErrorCode.UNAUTHORIZED, refused("csk_ü" + Tokens.mint()));
        assertEquals(ErrorCode.UNAUTHORIZED, refused(""));
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceOnThisNode() {
        CreatedKey created = human("maya");
        authentication.authenticate(created.key());
        keys.revoke(created.apiKey().id(), ADMIN);
        assertEquals(ErrorCode.UNAUTHORIZED, refused(created.key()));
    }

    @Test
    void aKeyRevokedOnAnotherNodeIsBelievedForSecondsOnly() {
        CreatedKey created = human("maya");
        authentication.authenticate(created.key());
        em.createQuery("update ApiKeyRow k set k.revokedAt = :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        em.clear();
        authentication.authenticate(created.key());
        clock.pass(KeyRing.BELIEVED);
        assertEquals(ErrorCode.UNAUTHORIZED, refused(created.key()));
    }

    @Test
    void anExpiredKeySaysSoToTheSecond() {
        CreatedKey created = keys.create(
                new NewApiKey("k", "human", null, "maya", null, clock.instant().plusSeconds(2), null), ADMIN);
        authentication.authenticate(created.key());
        clock.pass(Duration.ofSeconds(2));
        assertEquals(ErrorCode.KEY_EXPIRED, refused(created.key()));
    }

    @Test
    void aRevokedKeyThatExpiredIsRevoked() {
        CreatedKey created = keys.create(
                new NewApiKey("k", "human", null, "maya", null, clock.instant().plusSeconds(2), null), ADMIN);
        keys.revoke(created.apiKey().id(), ADMIN);
        clock.pass(Duration.ofSeconds(2));
        assertEquals(ErrorCode.UNAUTHORIZED, refused(created.key()));
    }

    @Test
    void onlyAnAdminHandlesKeys() {
        Actor approver = Actor.person("alex", Set.of(Roles.APPROVER), null);
        UUID id = human("maya").apiKey().id();
        assertThrows(Refusal.class, () -> keys.list(PageRequest.first(), approver));
        assertThrows(Refusal.class, () -> keys.find(id, approver));
        assertThrows(Refusal.class, () -> keys.revoke(id, approver));
        assertThrows(
                Refusal.class, () -> keys.update(id, new ApiKeyPatch("x", null, null, null, false), null, approver));
    }

    @Test
    void aStalePatchIsAConflictAndAFreshOneIsSeenAtOnce() {
        CreatedKey created = human("maya", "approver");
        authentication.authenticate(created.key());
        UUID id = created.apiKey().id();
        ApiKeyPatch patch = new ApiKeyPatch(null, List.of("workflows:read"), null, null, false);
        assertEquals(
                ErrorCode.CONFLICT,
                assertThrows(Refusal.class, () -> keys.update(id, patch, 99, ADMIN))
                        .code());
        ApiKey updated = keys.update(id, patch, created.apiKey().version(), ADMIN);
        assertNotEquals(created.apiKey().version(), updated.version());
        assertEquals(
                Set.of("workflows:read"),
                authentication.authenticate(created.key()).scopes());
    }

    @Test
    void aRevokedKeyCannotBeChanged() {
        UUID id = human("maya").apiKey().id();
        keys.revoke(id, ADMIN);
        keys.revoke(id, ADMIN);
        assertEquals(
                ErrorCode.CONFLICT,
                assertThrows(
                                Refusal.class,
                                () -> keys.update(id, new ApiKeyPatch("x", null, null, null, false), null, ADMIN))
                        .code());
    }

    @Test
    void everyChangeIsAuditedAndNoSecretWithIt() {
        CreatedKey created = human("maya");
        keys.update(created.apiKey().id(), new ApiKeyPatch("new name", null, null, null, false), null, ADMIN);
        keys.revoke(created.apiKey().id(), ADMIN);
        assertEquals(
                List.of("api_key.created", "api_key.updated", "api_key.revoked"),
                audit.entries.stream().map(AuditEntry::action).toList());
        for (AuditEntry entry : audit.entries) {
            assertEquals("root", entry.actor());
            assertFalse(entry.details().toString().contains(created.key().substring(12)));
        }
    }

    @Test
    void ownersOfLiveHumanKeysAreEligibleAndOthersAreNot() {
        CreatedKey maya = human("maya", "approver");
        keys.create(new NewApiKey("bot", "agent", List.of(), "sam", null, null, null), ADMIN);
        keys.create(
                new NewApiKey(
                        "k",
                        "human",
                        null,
                        "kim",
                        List.of("approver"),
                        clock.instant().plusSeconds(9),
                        null),
                ADMIN);
        assertEquals(Set.of("maya", "kim"), owners());
        clock.pass(Duration.ofSeconds(9));
        assertEquals(Set.of("maya"), owners());
        keys.revoke(maya.apiKey().id(), ADMIN);
        assertEquals(Set.of(), owners());
    }

    private Set<String> owners() {
        Settings settings = new Settings(name -> Optional.empty());
        KeycloakPeople none = new KeycloakPeople(settings, new KeycloakLink(settings), clock);
        Directory directory =
                new Directory(new KnownPeople(none, new SnapshotTable(em), clock), none, new LiveKeys(table, clock));
        return directory.holders("approver").stream()
                .map(Person::userName)
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void theBootstrapKeyIsInstalledOnceAndNeverRaisedFromTheDead() {
        String key = "csk_" + Tokens.mint();
        Settings settings = new Settings(name ->
                Optional.ofNullable(Map.of(Settings.BOOTSTRAP_ADMIN_KEY, key).get(name)));
        BootstrapKey bootstrap = new BootstrapKey(keys, settings);
        bootstrap.install(new SchemaReady("1"));
        Actor admin = authentication.authenticate(key);
        assertEquals("bootstrap-admin", admin.name());
        assertTrue(admin.isAdmin());
        assertFalse(admin.hasRole(Roles.APPROVER));
        bootstrap.install(new SchemaReady("1"));
        assertEquals(1, keys.list(PageRequest.first(), ADMIN).total());
        keys.revoke(admin.keyId(), ADMIN);
        bootstrap.install(new SchemaReady("1"));
        assertEquals(ErrorCode.UNAUTHORIZED, refused(key));
    }

    @Test
    void beingUsedIsNotedAndChangesNoVersion() {
        CreatedKey created = human("maya");
        authentication.authenticate(created.key());
        em.clear();
        ApiKey seen = keys.find(created.apiKey().id(), ADMIN);
        assertEquals(clock.instant(), seen.lastUsedAt());
        assertEquals(created.apiKey().version(), seen.version());
    }

    @Test
    void theSnapshotOfPeopleRestsInTheDatabase() {
        SnapshotTable snapshots = new SnapshotTable(em);
        Person alex = new Person("alex", "Alex", null, "U1", Set.of("approver"), "acme");
        assertTrue(snapshots.load().isEmpty());
        snapshots.save(new Snapshot(clock.instant(), Map.of("alex", alex), Set.of("approver")));
        clock.pass(Duration.ofHours(1));
        snapshots.save(new Snapshot(clock.instant(), Map.of("alex", alex), Set.of("approver")));
        Snapshot read = snapshots.load().orElseThrow();
        assertEquals(clock.instant(), read.asOf());
        assertEquals(Map.of("alex", alex), read.people());
        assertEquals(Set.of("approver"), read.roles());
    }
}
