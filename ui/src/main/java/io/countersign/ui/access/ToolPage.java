package io.countersign.ui.access;

import io.countersign.approvals.CatalogueEntry;
import io.countersign.approvals.PendingChange;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.ToolCatalogue;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import io.countersign.ui.PageJson;
import io.countersign.ui.PageRequests;
import io.countersign.ui.RedisplayedForm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of the catalogue of tools, to be changed, or a new one. */
@Named
@RequestScoped
public class ToolPage {

    @Inject
    ToolCatalogue catalogue;

    @Inject
    CurrentUser currentUser;

    @Inject
    RedisplayedForm form;

    @Inject
    PageJson json;

    @Inject
    HttpServletRequest request;

    private @Nullable CatalogueEntry entry;
    private List<PendingChange> pending = List.of();

    /** Reads the entry that is changed, if it is not a new one. */
    public void open() {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.ADMIN);
        boolean posted = request.getMethod().equals("POST");
        String id = posted ? PageRequests.filter(request, "tool") : null;
        CatalogueEntry found = null;
        if (id != null) {
            found = catalogue.get(PageRequests.id("tool", id), actor);
        } else if (!posted && request.getPathInfo() != null) {
            found = catalogue.get(PageRequests.idInPath(request, "tool"), actor);
        }
        entry = found;
        if (found != null) {
            String subject = found.uuid().toString();
            pending = catalogue.pending(actor).stream()
                    .filter(change -> change.subjectId().equals(subject))
                    .toList();
        }
    }

    /** What is in force; null for a new entry. */
    public @Nullable CatalogueEntry getEntry() {
        return entry;
    }

    public boolean isNew() {
        return entry == null;
    }

    /** Whether the viewer may change it: what belongs to no organization is for admins without one. */
    public boolean isEditable() {
        CatalogueEntry shown = entry;
        return shown == null
                || shown.organizationId() != null
                || OrganizationScope.of(currentUser.actor()).isWhole();
    }

    /** Changes of it that wait for another admin. */
    public List<PendingChange> getPending() {
        return pending;
    }

    /** The state that the form was opened on: a change by somebody else in between is a conflict, not an overwriting. */
    public Object getEtag() {
        return form.value("etag", entry == null ? "" : entry.etag());
    }

    /** What a field shows: what was typed, what is stored, or the default. */
    public Object value(String field) {
        CatalogueEntry stored = entry;
        return form.value(field, stored == null ? ToolFields.fresh(field) : ToolFields.stored(stored, field, json));
    }

    public List<String> getRisks() {
        return Arrays.stream(RiskLevel.values()).map(RiskLevel::toString).toList();
    }
}
