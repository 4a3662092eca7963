package io.countersign.ui.access;

import io.countersign.approvals.CatalogueEntry;
import io.countersign.approvals.PendingChange;
import io.countersign.approvals.ToolCatalogue;
import io.countersign.kernel.Page;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.PageRequests;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The catalogue of tools, for admins. */
@Named
@RequestScoped
public class ToolsPage {

    @Inject
    ToolCatalogue catalogue;

    @Inject
    CurrentUser currentUser;

    @Inject
    HttpServletRequest request;

    private Page<CatalogueEntry> found = new Page<>(List.of(), 0);
    private List<PendingChange> pending = List.of();

    /** Reads one page of the entries by name. */
    public void open() {
        Actor actor = currentUser.actor();
        found = catalogue.list(actor, PageRequests.asked(request));
        pending = catalogue.pending(actor);
    }

    public List<CatalogueEntry> getEntries() {
        return found.items();
    }

    /** Changes that wait for another admin. */
    public List<PendingChange> getPending() {
        return pending;
    }

    /** Who agrees, in words. */
    public String rule(CatalogueEntry entry) {
        return RuleFields.words(entry.rule());
    }

    public PageRequests getPages() {
        return PageRequests.of(request, found.total());
    }
}
