package io.countersign.ui.access;

import io.countersign.approvals.ToolCatalogue;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An admin removes an entry of the catalogue of tools. */
@ApplicationScoped
class RemoveTool implements Action {

    @Inject
    ToolCatalogue catalogue;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "remove-tool";
    }

    @Override
    public String perform(HtmlForm form) {
        return SaveTool.said(
                catalogue.delete(form.uuid("tool"), currentUser.actor()), "The entry is removed.", flashMessages);
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return form.uuidOrEmpty("tool").map(id -> "tool/" + id).orElse("tools");
    }
}
