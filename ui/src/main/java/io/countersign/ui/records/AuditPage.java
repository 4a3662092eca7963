package io.countersign.ui.records;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditQuery;
import io.countersign.audit.AuditRow;
import io.countersign.audit.ChainVerification;
import io.countersign.kernel.Page;
import io.countersign.kernel.TextForms;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Assets;
import io.countersign.ui.DisplayText;
import io.countersign.ui.PageJson;
import io.countersign.ui.PageRequests;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit record with its filters, and the check of its chain. */
@Named
@RequestScoped
public class AuditPage {

    private static final List<String> FILTERS = List.of("actor", "action", "target", "from", "to");

    @Inject
    Audit audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    DisplayText words;

    @Inject
    PageJson json;

    @Inject
    Assets assets;

    @Inject
    HttpServletRequest request;

    private Page<AuditRow> found = new Page<>(List.of(), 0);
    private @Nullable ChainVerification verification;
    private String complaint = "";

    /** Reads one page of the record. */
    public void open() {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.AUDIT_READ);
        try {
            found = audit.search(query(), PageRequests.asked(request), actor);
        } catch (UnusableFilterException e) {
            complaint = String.valueOf(e.getMessage());
        }
        if ("yes".equals(filter("verify"))) {
            verification = audit.verify(actor);
        }
    }

    private AuditQuery query() {
        String target = filter("target");
        return new AuditQuery(
                filter("actor"), filter("action"), target == null ? null : objectId(target), time("from"), time("to"));
    }

    private @Nullable Instant time(String name) {
        String text = filter(name);
        try {
            return text == null ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new UnusableFilterException("\"" + text + "\" is not a time such as 2026-11-22T13:00.");
        }
    }

    private static UUID objectId(String text) {
        return Optional.ofNullable(TextForms.uuid(text))
                .orElseThrow(() -> new UnusableFilterException("\"" + text + "\" is not an object ID."));
    }

    /** A filter that cannot be read; its message is for the person who typed it. */
    private static final class UnusableFilterException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableFilterException(String message) {
            super(message);
        }
    }

    public List<AuditRow> getRows() {
        return found.items();
    }

    /** What the check of the whole chain found; null when it was not asked for. */
    public @Nullable ChainVerification getVerification() {
        return verification;
    }

    /** What is wrong with the filters; empty when nothing is. */
    public String getComplaint() {
        return complaint;
    }

    /** The value of a filter; null when it is not set. */
    public @Nullable String filter(String name) {
        return PageRequests.filter(request, name);
    }

    public boolean isFiltered() {
        return FILTERS.stream().anyMatch(name -> filter(name) != null);
    }

    /** A row's details on one line, without the digests and ids that nobody reads at a glance. */
    public String gist(AuditRow row) {
        Map<String, Object> told = new TreeMap<>(row.details());
        told.keySet().removeIf(name -> name.endsWith("sha256") || name.endsWith("uuid"));
        String line = words.brief(json.inline(told));
        return line.isEmpty() ? "details" : line;
    }

    /** The page of what a row is about; empty when it has none. */
    public String link(AuditRow row) {
        if (row.targetId() == null) {
            return "";
        }
        return switch (row.targetType()) {
            case "workflow" -> assets.page("workflow/" + row.targetId());
            case "run", "workflow_run" -> assets.page("run/" + row.targetId());
            case "approval", "approval_request", "request" -> assets.page("request/" + row.targetId());
            default -> "";
        };
    }

    public PageRequests getPages() {
        return PageRequests.of(request, found.total());
    }
}
