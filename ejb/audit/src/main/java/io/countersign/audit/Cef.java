package io.countersign.audit;

import io.countersign.kernel.CanonicalJson;

/** Common Event Format, version 0. */
final class Cef {

    private Cef() {}

    static String line(AuditRow row) {
        StringBuilder line = new StringBuilder("CEF:0|Countersign|Countersign|1|");
        line.append(header(row.action())).append('|');
        line.append(header(row.action().replace('.', ' ').replace('_', ' '))).append('|');
        line.append(Ocsf.refused(row) ? 5 : 3).append('|');
        field(line, "rt", Long.toString(row.at().toEpochMilli()));
        field(line, "suser", row.actor());
        field(line, "act", row.action());
        field(line, "externalId", Long.toString(row.seq()));
        field(line, "cs1Label", "targetType");
        field(line, "cs1", row.targetType());
        if (row.targetId() != null) {
            field(line, "cs2Label", "targetUuid");
            field(line, "cs2", row.targetId().toString());
        }
        field(line, "cs3Label", "hash");
        field(line, "cs3", row.hash());
        field(line, "cs4Label", "prevHash");
        field(line, "cs4", row.prevHash());
        field(line, "msg", CanonicalJson.of(row.details()));
        return line.toString().stripTrailing();
    }

    private static void field(StringBuilder line, String key, String value) {
        line.append(key).append('=').append(extension(value)).append(' ');
    }

    private static String header(String text) {
        return oneLine(text.replace("\\", "\\\\").replace("|", "\\|"), " ", " ");
    }

    private static String extension(String text) {
        return oneLine(text.replace("\\", "\\\\").replace("=", "\\="), "\\n", "\\r");
    }

    private static String oneLine(String text, String newline, String carriageReturn) {
        return text.replace("\n", newline).replace("\r", carriageReturn);
    }
}
