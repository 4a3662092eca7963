package io.countersign.ui.access;

import io.countersign.approvals.CatalogueChange;
import io.countersign.approvals.CatalogueDraft;
import io.countersign.approvals.ToolCatalogue;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** An admin makes or changes an entry of the catalogue of tools. */
@ApplicationScoped
class SaveTool implements Action {

    @Inject
    ToolCatalogue catalogue;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "save-tool";
    }

    @Override
    public String formView() {
        return "tool";
    }

    @Override
    public String formPage(HtmlForm form) {
        return form.pageOf("tool", "tool");
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        CatalogueDraft draft = ToolFields.of(form);
        Optional<UUID> id = form.uuidOrEmpty("tool");
        CatalogueChange change = id.isPresent()
                ? catalogue.update(id.get(), draft, form.textOrNull("etag"), actor)
                : catalogue.create(draft, actor);
        return said(change, "The entry for " + draft.toolName() + " is saved.", flashMessages);
    }

    static String said(CatalogueChange change, String done, FlashMessages flashMessages) {
        return change instanceof CatalogueChange.Pending pending
                ? AdminOutcome.pending(pending.approvalRequestUuid(), pending.requestNumber(), flashMessages)
                : AdminOutcome.done(done, "tools", flashMessages);
    }
}
