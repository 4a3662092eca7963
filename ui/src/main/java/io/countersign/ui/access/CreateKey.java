package io.countersign.ui.access;

import io.countersign.approvals.AdminKeys;
import io.countersign.security.CurrentUser;
import io.countersign.security.NewApiKey;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An admin makes a key. */
@ApplicationScoped
class CreateKey implements Action {

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
        return "create-key";
    }

    @Override
    public String formView() {
        return "api-keys";
    }

    @Override
    public String perform(HtmlForm form) {
        NewApiKey draft = new NewApiKey(
                form.text("name"),
                form.text("key_type"),
                form.nullableChosen("scopes"),
                form.text("owner"),
                form.nullableWords("roles"),
                form.time("expires_at"),
                null);
        AdminKeys.Outcome outcome = keys.create(draft, currentUser.actor());
        if (outcome instanceof AdminKeys.Outcome.Made made) {
            freshKey.keep(made.key().key());
            flashMessages.good("The key " + made.key().apiKey().name() + " is created.");
        } else if (outcome instanceof AdminKeys.Outcome.Pending pending) {
            flashMessages.good("Another admin has to approve it first: "
                    + pending.request().requestNumber() + ". Then come back to this page for the key.");
        }
        return "api-keys";
    }
}
