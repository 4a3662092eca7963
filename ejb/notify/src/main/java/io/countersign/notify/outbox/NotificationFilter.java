package io.countersign.notify.outbox;

import io.countersign.notify.NotificationQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The where clause of a query, with its values in order. */
record NotificationFilter(String where, List<Object> values) {

    static NotificationFilter of(NotificationQuery wanted) {
        List<String> terms = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (wanted.state() != null) {
            terms.add("state = ?");
            values.add(wanted.state().name());
        }
        if (wanted.notifier() != null) {
            terms.add("notifier = ?");
            values.add(wanted.notifier().name());
        }
        if (wanted.requestId() != null) {
            terms.add("request_uuid = ?");
            values.add(wanted.requestId());
        }
        return new NotificationFilter(terms.isEmpty() ? "" : " where " + String.join(" and ", terms), values);
    }

    Object[] and(Object... more) {
        return Stream.concat(values.stream(), Stream.of(more)).toArray();
    }
}
