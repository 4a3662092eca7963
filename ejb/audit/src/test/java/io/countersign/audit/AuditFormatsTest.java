package io.countersign.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditFormatsTest {

    private static final UUID TARGET = UUID.fromString("6f7a3c1e-0000-4000-8000-000000000001");

    private static AuditRow row(String action, Map<String, Object> details) {
        return new AuditRow(
                7,
                Instant.parse("2026-11-22T12:00:00.123Z"),
                "maya",
                action,
                "approval",
                TARGET,
                details,
                null,
                Chain.GENESIS,
                "ab".repeat(32));
    }

    @Test
    void cefIsOneLineWhateverIsInTheDetails() {
        String line = AuditFormats.cef(row("approval.rejected", Map.of("comment", "no = \\ |\r\nsecond line")));
        assertFalse(line.contains("\n"));
        assertFalse(line.contains("\r"));
        assertTrue(line.startsWith("CEF:0|Countersign|Countersign|1|approval.rejected|approval rejected|3|"), line);
        assertTrue(line.contains(" suser=maya "), line);
        assertTrue(line.contains("cs2=" + TARGET), line);
        assertTrue(line.contains("no \\= "), line);
    }

    @Test
    void aPipeInTheHeaderIsEscaped() {
        assertTrue(AuditFormats.cef(row("odd|action", Map.of())).contains("|odd\\|action|"));
    }

    @Test
    void ocsfNamesActorOperationTimeAndOutcome() {
        Map<String, Object> event = AuditFormats.ocsf(row("approval.decision_refused", Map.of()));
        assertEquals(6003, event.get("class_uid"));
        assertEquals(600399, event.get("type_uid"));
        assertEquals(Map.of("user", Map.of("name", "maya")), event.get("actor"));
        assertEquals(1795348800123L, event.get("time"));
        assertEquals("Failure", event.get("status"));
        assertEquals(
                "Success", AuditFormats.ocsf(row("approval.approved", Map.of())).get("status"));
    }

    @Test
    void ocsfKeepsTheChainedRowSoThatTheReceiverCanVerifyIt() {
        AuditRow row = row("run.queued", Map.of("version", 2));
        assertEquals(row.wire(), AuditFormats.ocsf(row).get("unmapped"));
        assertEquals(600301, AuditFormats.ocsf(row).get("type_uid"));
    }
}
