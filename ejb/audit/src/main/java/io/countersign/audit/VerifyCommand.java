package io.countersign.audit;

import io.countersign.kernel.VisibleText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks an exported record without any server: {@code audit verify FILE}. Exit code 0: unbroken; 1: broken, saying where; 2: the file
 * cannot be read.
 */
public final class VerifyCommand {

    private VerifyCommand() {}

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) {
        if (args.length != 1) {
            err.println("usage: audit verify FILE (rows of GET /v1/audit: a JSON answer, an array, or one row a line)");
            return 2;
        }
        try {
            return report(ExportedRows.read(Files.readString(Path.of(args[0]), StandardCharsets.UTF_8)), out);
        } catch (IOException e) {
            err.println(VisibleText.of("cannot read " + args[0] + ": " + e.getMessage()));
        } catch (IllegalArgumentException e) {
            err.println(VisibleText.of(args[0] + ": " + e.getMessage()));
        }
        return 2;
    }

    private static int report(List<AuditRow> rows, PrintStream out) {
        if (rows.isEmpty()) {
            out.println("valid: no rows");
            return 0;
        }
        AuditRow first = rows.get(0);
        AuditRow last = rows.get(rows.size() - 1);
        ChainVerifier verifier = ChainVerifier.startingAt(first);
        rows.forEach(verifier::accept);
        ChainVerification found = verifier.result();
        if (!found.valid()) {
            out.println(
                    "BROKEN at seq " + found.firstBadSeq() + ": a row is missing, changed or out of its place there");
            return 1;
        }
        out.println("valid: " + rows.size() + " rows, seq " + first.seq() + " to " + last.seq());
        out.println("first row follows " + VisibleText.of(first.prevHash()));
        out.println("head is           " + VisibleText.of(last.hash()));
        return 0;
    }
}
