package io.countersign.gateway.call;

import static io.countersign.approvals.AgreementDocument.Part.WHAT_RUNS;
import static io.countersign.approvals.AgreementDocument.Part.WITH_WHAT;

import io.countersign.approvals.AgreementDocument.Entry;
import io.countersign.gateway.server.ServerDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What people read of a call beside its arguments. What the server says of its tool is marked as its claim. */
final class CallTerms {

    private static final String CLAIM = " (the server's claim)";

    private CallTerms() {}

    /** @param listed the tool as its server lists it */
    static List<Entry> of(ServerDraft draft, String fingerprint, Map<String, Object> listed) {
        List<Entry> terms = new ArrayList<>();
        terms.add(Entry.value(WHAT_RUNS, "MCP server", draft.name()));
        terms.add(Entry.value(WHAT_RUNS, "Tool of the server", String.valueOf(listed.get("name"))));
        terms.add(Entry.value(WHAT_RUNS, "Fingerprint of the tool", fingerprint));
        text(terms, "Title", listed.get("title"));
        text(terms, "Description", listed.get("description"));
        json(terms, "Annotations", listed.get("annotations"));
        json(terms, "Input schema", listed.get("inputSchema"));
        terms.add(Entry.value(WITH_WHAT, "Address", draft.url()));
        if (!draft.credentials().names().isEmpty()) {
            terms.add(Entry.list(
                    WITH_WHAT,
                    "Secrets",
                    List.copyOf(new TreeSet<>(draft.credentials().names()))));
        }
        terms.add(Entry.value(WITH_WHAT, "Time limit", draft.timeoutSeconds() + " s"));
        return terms;
    }

    private static void text(List<Entry> terms, String label, @Nullable Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            terms.add(Entry.code(WHAT_RUNS, label + CLAIM, text));
        }
    }

    private static void json(List<Entry> terms, String label, @Nullable Object value) {
        if (value != null) {
            terms.add(Entry.json(WHAT_RUNS, label + CLAIM, value));
        }
    }
}
