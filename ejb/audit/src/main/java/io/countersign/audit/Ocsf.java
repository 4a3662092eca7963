package io.countersign.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Open Cybersecurity Schema Framework 1.3, class API Activity. */
final class Ocsf {

    private static final int CLASS = 6003;
    private static final int CATEGORY = 6;

    private Ocsf() {}

    static Map<String, @Nullable Object> event(AuditRow row) {
        Activity activity = Activity.of(row.action());
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("class_uid", CLASS);
        event.put("class_name", "API Activity");
        event.put("category_uid", CATEGORY);
        event.put("category_name", "Application Activity");
        event.put("activity_id", activity.id);
        event.put("activity_name", activity.label);
        event.put("type_uid", CLASS * 100 + activity.id);
        event.put("severity_id", 1);
        event.put("severity", "Informational");
        event.put("status_id", refused(row) ? 2 : 1);
        event.put("status", refused(row) ? "Failure" : "Success");
        event.put("time", row.at().toEpochMilli());
        event.put("message", row.actor() + " " + row.action() + " " + row.targetType());
        event.put("metadata", metadata(row));
        event.put("actor", Map.of("user", Map.of("name", row.actor())));
        event.put("api", Map.of("operation", row.action()));
        event.put("resources", List.of(resource(row)));
        event.put("unmapped", row.wire());
        return event;
    }

    static boolean refused(AuditRow row) {
        return row.action().endsWith("refused");
    }

    private static Map<String, Object> metadata(AuditRow row) {
        return Map.of(
                "version",
                "1.3.0",
                "uid",
                row.hash(),
                "sequence",
                row.seq(),
                "product",
                Map.of("name", "Countersign", "vendor_name", "Countersign"));
    }

    private static Map<String, Object> resource(AuditRow row) {
        return row.targetId() == null
                ? Map.of("type", row.targetType())
                : Map.of("type", row.targetType(), "uid", row.targetId().toString());
    }

    /** The schema's few verbs. */
    private enum Activity {
        CREATE(1, "Create"),
        READ(2, "Read"),
        UPDATE(3, "Update"),
        DELETE(4, "Delete"),
        OTHER(99, "Other");

        private final int id;
        private final String label;

        Activity(int id, String label) {
            this.id = id;
            this.label = label;
        }

        static Activity of(String action) {
            return switch (action.substring(action.lastIndexOf('.') + 1)) {
                case "created", "requested", "queued", "engaged" -> CREATE;
                case "updated", "state_changed", "revised", "restored" -> UPDATE;
                case "archived", "revoked", "released", "deleted" -> DELETE;
                case "exported" -> READ;
                default -> OTHER;
            };
        }
    }
}
