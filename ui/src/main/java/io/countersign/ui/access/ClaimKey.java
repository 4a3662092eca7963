package io.countersign.ui.access;

import io.countersign.approvals.AdminKeys;
import io.countersign.security.CreatedKey;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whoever asked for a key that another admin has agreed to comes for it. */
@ApplicationScoped
class ClaimKey implements Action {

    @Inject
    AdminKeys keys;

    @Inject
    FreshKey freshKey;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "claim-key";
    }

    @Override
    public String formView() {
        return "api-keys";
    }

    @Override
    public String perform(HtmlForm form) {
        CreatedKey made = keys.claim(form.uuid("request"), currentUser.actor());
        freshKey.keep(made.key());
        flashMessages.good("The key " + made.apiKey().name() + " is created.");
        return "api-keys";
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return "api-keys";
    }
}
