package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.accesstoken.AccessTokens;
import io.countersign.security.apikey.ApiKeyAuthenticator;
import io.countersign.security.apikey.ApiKeyRow;
import io.countersign.security.apikey.KeyChanged;
import io.countersign.security.apikey.KeyHasher;
import io.countersign.security.apikey.KeyTable;
import io.countersign.security.apikey.LiveKeys;
import io.countersign.security.people.SnapshotTable;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/** Keys over the real table. Each test is one transaction that is rolled back. */
public abstract class KeysOnTable {

    static final Actor ADMIN = Somebody.with("root", Set.of(Roles.SOC_ADMIN), null);

    public final SetClock clock = new SetClock("2026-11-22T12:00:00Z");
    final RecordedAudit audit = new RecordedAudit();
    final DirectEvent<KeyChanged> changed = new DirectEvent<>();
    private static SessionFactory sessions;

    public EntityManager em;
    KeyTable table;
    KeyHasher hasher;
    ApiKeyAuthenticator ring;
    ApiKeys keys;
    Authentication authentication;

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
        sessions.inSession(session -> session.doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(schema());
            }
        }));
    }

    private static String schema() {
        try (InputStream script = KeysOnTable.class.getResourceAsStream("/db/schema/V100__schema.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void closeSessions() {
        sessions.close();
    }

    @BeforeEach
    void begin() {
        em = sessions.createEntityManager();
        em.getTransaction().begin();
        SecuritySettings settings = new SecuritySettings(name -> Optional.empty());
        table = new KeyTable(em);
        hasher = new KeyHasher(table, settings);
        ring = new ApiKeyAuthenticator(table, hasher, clock);
        changed.listen(ring::forget);
        LiveKeys live = new LiveKeys(table, clock);
        changed.listen(live::forget);
        use(Directories.withoutKeycloak(new SnapshotTable(em), live, clock), settings);
    }

    /** What the house is like for one test. */
    void use(Directory directory, SecuritySettings settings) {
        KeyOwners owners = new KeyOwners(directory, settings);
        keys = new ApiKeys(table, hasher, owners, directory, audit, changed, clock);
        authentication = new Authentication(ring, new AccessTokens(settings, new NamesAsIds(), clock), owners);
    }

    @AfterEach
    void rollBack() {
        em.getTransaction().rollback();
        em.close();
    }

    CreatedKey human(String owner, String... roles) {
        return keys.create(
                new NewApiKey(
                        "key of " + owner, "human", List.of("approvals:write"), owner, List.of(roles), null, null),
                ADMIN);
    }

    ErrorCode refused(String bearer) {
        return assertThrows(Refusal.class, () -> authentication.authenticate(bearer))
                .code();
    }
}
