package io.countersign.audit;

import io.countersign.kernel.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows as the API answers them: one JSON row a line, a JSON array, or a whole answer with {@code data}. */
final class ExportedRows {

    private ExportedRows() {}

    /**
     * The rows, oldest first whatever their order in the text.
     *
     * @throws IllegalArgumentException naming the row that is none
     */
    static List<AuditRow> read(String text) {
        List<AuditRow> rows = new ArrayList<>();
        for (Object item : items(text)) {
            rows.add(row(item, rows.size() + 1));
        }
        rows.sort(Comparator.comparingLong(AuditRow::seq));
        return rows;
    }

    private static List<?> items(String text) {
        Object whole;
        try {
            whole = CanonicalJson.parse(text);
        } catch (IllegalArgumentException severalLines) {
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .map(CanonicalJson::parse)
                    .toList();
        }
        if (whole instanceof Map<?, ?> map && map.get("data") instanceof List<?> data) {
            return data;
        }
        return whole instanceof List<?> list ? list : Collections.singletonList(whole);
    }

    private static AuditRow row(@Nullable Object item, int number) {
        if (!(item instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("row " + number + " is no JSON object");
        }
        try {
            return row(map);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("row " + number + " is no audit row: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static AuditRow row(Map<?, ?> map) {
        Object target = map.get("target_uuid");
        return new AuditRow(
                ((Number) given(map, "seq")).longValue(),
                Instant.parse(text(map, "at")),
                text(map, "actor"),
                text(map, "action"),
                text(map, "target_type"),
                target == null ? null : UUID.fromString(target.toString()),
                (Map<String, Object>) given(map, "details"),
                (String) map.get("organization_id"),
                text(map, "prev_hash"),
                text(map, "hash"));
    }

    private static String text(Map<?, ?> map, String field) {
        return (String) given(map, field);
    }

    private static Object given(Map<?, ?> map, String field) {
        Object value = map.get(field);
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
