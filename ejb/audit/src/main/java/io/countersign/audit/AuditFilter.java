package io.countersign.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A query as a where clause. */
final class AuditFilter {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    AuditFilter(AuditQuery query) {
        actor(query);
        add("action = ?", query.action());
        add("target_id = ?", query.targetId());
        add("at >= ?", query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC));
        add("at < ?", query.to() == null ? null : query.to().atOffset(ZoneOffset.UTC));
        if (!query.organizations().isEmpty()) {
            conditions.add("organization_id in (" + marks(query.organizations()) + ")");
            values.addAll(query.organizations());
        }
        if (query.keys() != null) {
            conditions.add(query.keys().isEmpty() ? "1 = 0" : "key_id in (" + marks(query.keys()) + ")");
            query.keys().forEach(key -> values.add(key.toString()));
        }
        add("seq > ?", query.afterSeq());
        text(query.text());
    }

    /** A name may be a person's or a key's. */
    private void actor(AuditQuery query) {
        if (query.actor() == null || query.actorKeys().isEmpty()) {
            add("actor = ?", query.actor());
            return;
        }
        conditions.add("(actor = ? or key_id in (" + marks(query.actorKeys()) + "))");
        values.add(query.actor());
        query.actorKeys().forEach(key -> values.add(key.toString()));
    }

    private void text(@Nullable String text) {
        if (text == null) {
            return;
        }
        conditions.add("(lower(actor) like ? escape '!' or lower(action) like ? escape '!'"
                + " or lower(details) like ? escape '!')");
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        values.addAll(Collections.nCopies(3, "%" + literal + "%"));
    }

    private static String marks(List<?> values) {
        return String.join(",", Collections.nCopies(values.size(), "?"));
    }

    private void add(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    boolean isEmpty() {
        return conditions.isEmpty();
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Sets the values and answers the number of the next parameter. */
    int bind(PreparedStatement statement) throws SQLException {
        int next = 1;
        for (Object value : values) {
            statement.setObject(next++, value);
        }
        return next;
    }
}
