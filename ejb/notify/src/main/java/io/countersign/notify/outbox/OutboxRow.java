package io.countersign.notify.outbox;

import io.countersign.kernel.Sql;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.NotificationType;
import io.countersign.notify.Notifier;
import io.countersign.notify.delivery.Delivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

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
                Sql.instantOrNull(row, "next_try_at"),
                row.getString("problem"),
                row.getString("message_place"),
                row.getString("message_ref"),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "finished_at"));
    }
}
