package io.countersign.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as a where clause. */
final class Filter {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Filter(AuditQuery query) {
        add("actor = ?", query.actor());
        add("action = ?", query.action());
        add("target_id = ?", query.targetId());
        add("at >= ?", query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC));
        add("at < ?", query.to() == null ? null : query.to().atOffset(ZoneOffset.UTC));
        if (!query.organizations().isEmpty()) {
            String marks =
                    String.join(",", Collections.nCopies(query.organizations().size(), "?"));
            conditions.add("organization_id in (" + marks + ")");
            values.addAll(query.organizations());
        }
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
