package io.countersign.notify.outbox;

import io.countersign.notify.DeliveryState;
import io.countersign.notify.NotificationType;
import io.countersign.notify.Notifier;
import io.countersign.notify.delivery.Delivery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between the columns of a notification and a {@link Delivery}. */
final class OutboxRow {
    private OutboxRow() {}

    static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                Notifier.valueOf(row.getString("notifier")),
                NotificationType.valueOf(row.getString("occasion")),
                row.getObject("request_uuid", UUID.class),
                row.getObject("run_uuid", UUID.class),
                row.getString("recipient"),
                row.getString("place"),
                row.getObject("step", Integer.class),
                row.getObject("about_id", UUID.class),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                moment(row, "next_try_at"),
                row.getString("problem"),
                row.getString("message_place"),
                row.getString("message_ref"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                moment(row, "finished_at"));
    }

    /** Nulls take the type of the text columns, which both databases convert as needed, except where typed below. */
    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant moment) {
                statement.setObject(i + 1, moment.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            } else if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
