package io.countersign.notify.callback;

import io.countersign.approvals.RequestView;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The approval record as JSON values, with the names of the REST contract. */
final class CallbackPayload {
    /** Of no meaning to somebody who is not looking at it as a person. */
    private static final Set<String> LEFT_OUT = Set.of("decidable", "etag");

    private CallbackPayload() {}

    static Map<String, @Nullable Object> of(RequestView request) {
        return fields(request);
    }

    private static Map<String, @Nullable Object> fields(Record record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!LEFT_OUT.contains(component.getName())) {
                fields.put(name(component.getName()), value(read(record, component)));
            }
        }
        return fields;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Record record) {
            return fields(record);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(CallbackPayload::value).toList();
        }
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Map<?, ?>) {
            return value;
        }
        return value.toString();
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the record of a request cannot be read", e);
        }
    }

    private static String name(String camel) {
        return RequestView.wireName(camel)
                .orElseGet(() -> camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
    }
}
