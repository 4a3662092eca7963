package io.countersign.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renderings of a row for security information systems. Pure functions. */
public final class AuditFormats {

    private AuditFormats() {}

    /** The row as an OCSF event (class API Activity, 6003), as a JSON tree. */
    public static Map<String, @Nullable Object> ocsf(AuditRow row) {
        return Ocsf.event(row);
    }

    /** The row as one line of ArcSight's Common Event Format, without a line break. */
    public static String cef(AuditRow row) {
        return Cef.line(row);
    }
}
