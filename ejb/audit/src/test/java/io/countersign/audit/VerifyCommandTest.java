package io.countersign.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    @TempDir
    Path folder;

    private String said;

    private static List<AuditRow> chain(int length) {
        List<AuditRow> rows = new ArrayList<>();
        String previous = Chain.GENESIS;
        for (int seq = 1; seq <= length; seq++) {
            AuditRow row = new AuditRow(
                    seq,
                    Instant.parse("2026-11-22T12:00:00Z").plusMillis(seq),
                    "maya",
                    "run.queued",
                    "run",
                    seq % 2 == 0 ? null : new UUID(1, seq),
                    Map.of("version", seq, "note", "ü\n", "confidence", 0.95),
                    seq % 2 == 0 ? "acme" : null,
                    previous,
                    "");
            row = row.withHash(row.expectedHash());
            previous = row.hash();
            rows.add(row);
        }
        return rows;
    }

    private static String lines(List<AuditRow> rows) {
        return rows.stream().map(row -> CanonicalJson.of(row.wire())).collect(Collectors.joining("\n"));
    }

    private int verify(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("audit.jsonl"), text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exit = VerifyCommand.run(new String[] {file.toString()}, out, out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return exit;
    }

    @Test
    void anExportIsVerifiedWithoutAServerInWhateverOrderItCame() throws IOException {
        List<AuditRow> rows = chain(6);
        assertEquals(0, verify(lines(rows)));
        assertTrue(said.contains("6 rows, seq 1 to 6"), said);
        Collections.reverse(rows);
        assertEquals(0, verify(lines(rows)));
        assertEquals(0, verify("{\"data\":[" + lines(rows).replace("\n", ",") + "],\"meta\":{}}"));
        assertEquals(0, verify("[" + lines(rows).replace("\n", ",") + "]"));
        assertEquals(0, verify(lines(chain(1))));
    }

    @Test
    void aPartOfTheChainIsVerifiedFromItsFirstRow() throws IOException {
        assertEquals(0, verify(lines(chain(6).subList(2, 6))));
        assertTrue(said.contains("seq 3 to 6"), said);
    }

    @Test
    void aMissingChangedOrForgedFirstRowIsNamed() throws IOException {
        List<AuditRow> missing = chain(6);
        missing.remove(3);
        assertEquals(1, verify(lines(missing)));
        assertTrue(said.contains("seq 4"), said);
        assertEquals(1, verify(lines(chain(6)).replaceFirst("\"version\":5", "\"version\":6")));
        assertTrue(said.contains("seq 5"), said);
        assertEquals(1, verify(lines(chain(3)).replaceFirst(Chain.GENESIS, "1".repeat(64))));
        assertTrue(said.contains("seq 1"), said);
    }

    @Test
    void whatIsNoExportIsUnusable() throws IOException {
        assertEquals(2, verify("this is not JSON"));
        assertEquals(2, verify("{\"seq\":1}"));
        assertTrue(said.contains("row 1"), said);
        assertEquals(2, verify("[1,2]"));
        assertEquals(2, VerifyCommand.run(new String[0], System.out, System.err));
        assertEquals(2, VerifyCommand.run(new String[] {"/no/such/file"}, System.out, System.err));
    }
}
