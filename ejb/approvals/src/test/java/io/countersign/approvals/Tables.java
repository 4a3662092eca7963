package io.countersign.approvals;

import io.countersign.approvals.catalogue.CatalogueRow;
import io.countersign.approvals.change.ChangeRow;
import io.countersign.approvals.decision.TokenRow;
import io.countersign.approvals.delegation.DelegationRow;
import io.countersign.approvals.policy.PolicyRow;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.RevisionRow;
import io.countersign.approvals.request.VoteRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;

/** The module's real tables in a database of their own, with a transaction per thread. */
public class Tables implements AutoCloseable {

    private static final List<Class<?>> ENTITIES = List.of(
            RequestRow.class,
            VoteRow.class,
            TokenRow.class,
            RevisionRow.class,
            PolicyRow.class,
            ChangeRow.class,
            CatalogueRow.class,
            DelegationRow.class);

    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final ThreadLocal<List<Runnable>> after = ThreadLocal.withInitial(ArrayList::new);

    /** An in-memory H2 that speaks as the server's does. */
    public static Tables h2() {
        return new Tables(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
                "sa",
                "");
    }

    Tables(String url, String user, String password) {
        migrate(url, user, password);
        Configuration configuration = new Configuration();
        ENTITIES.forEach(configuration::addAnnotatedClass);
        Properties properties = new Properties();
        properties.put("jakarta.persistence.jdbc.url", url);
        properties.put("jakarta.persistence.jdbc.user", user);
        properties.put("jakarta.persistence.jdbc.password", password);
        properties.put("hibernate.jdbc.time_zone", "UTC");
        properties.put("hibernate.connection.pool_size", "40");
        configuration.setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy());
        factory = configuration.addProperties(properties).buildSessionFactory();
    }

    private static void migrate(String url, String user, String password) {
        migrate("/db/schema/V100__schema.sql", url, user, password);
    }

    private static void migrate(String file, String url, String user, String password) {
        try (InputStream script = Tables.class.getResourceAsStream(file);
                Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The thread's own entity manager, behind one face. */
    EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                Tables.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(current.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Runs once the thread's transaction has committed. */
    void afterCommit(Runnable work) {
        after.get().add(work);
    }

    /** One transaction: committed unless the work throws. Work within work joins. */
    <T> T transaction(Supplier<T> work) {
        if (current.get() != null) {
            return work.get();
        }
        EntityManager entities = factory.createEntityManager();
        current.set(entities);
        try {
            entities.getTransaction().begin();
            T answer = work.get();
            entities.getTransaction().commit();
            current.remove();
            List<Runnable> callbacks = List.copyOf(after.get());
            after.remove();
            callbacks.forEach(Runnable::run);
            return answer;
        } finally {
            current.remove();
            after.remove();
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
