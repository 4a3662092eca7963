package io.countersign.approvals.decision;

import io.countersign.approvals.Status;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.storage.Database;
import io.countersign.security.Tokens;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decision links. Each is issued for one person or one channel, is valid once, and is void once its request ends or is
 * revised.
 */
@Dependent
public class DecisionTokens {

    private final Database database;

    @Inject
    public DecisionTokens(Database database) {
        this.database = database;
    }

    public String mint(RequestRow row, @Nullable String person, @Nullable String channel, Instant now) {
        String token = Tokens.mint();
        TokenRow stored = new TokenRow();
        stored.tokenHash = Tokens.hash(token);
        stored.requestUuid = row.id;
        stored.revision = row.revision;
        stored.person = person;
        stored.channel = channel;
        stored.mintedAt = now;
        database.entities().persist(stored);
        return token;
    }

    /** The stored token if it is this request's, unspent, and the request is still to be decided. */
    public Optional<TokenRow> good(UUID requestId, String token, Instant now) {
        TokenRow stored = database.entities().find(TokenRow.class, Tokens.hash(token));
        if (stored == null || !Tokens.matches(token, stored.tokenHash) || stored.spentAt != null) {
            return Optional.empty();
        }
        boolean alive = stored.requestUuid.equals(requestId) && isPending(requestId, stored.revision, now);
        return alive ? Optional.of(stored) : Optional.empty();
    }

    /** Asked of the database without loading the request: whoever locks it later must be the first to read it. */
    private boolean isPending(UUID requestId, int revision, Instant now) {
        return database.entities()
                        .createQuery("""
                                select count(r) from RequestRow r where r.id = :id and r.revision = :revision
                                and r.status = :pending and r.expiresAt > :now""", Long.class)
                        .setParameter("id", requestId)
                        .setParameter("revision", revision)
                        .setParameter("pending", Status.PENDING)
                        .setParameter("now", now)
                        .getSingleResult()
                == 1;
    }

    /** Uses a token up; false when somebody else was quicker. */
    boolean spend(TokenRow stored, Instant now) {
        return database.entities()
                        .createQuery("""
                                update TokenRow t set t.spentAt = :now
                                where t.tokenHash = :hash and t.spentAt is null""")
                        .setParameter("now", now)
                        .setParameter("hash", stored.tokenHash)
                        .executeUpdate()
                == 1;
    }
}
