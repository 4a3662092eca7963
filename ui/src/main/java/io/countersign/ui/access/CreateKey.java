package io.countersign.ui.access;

import io.countersign.security.ApiKeys;
import io.countersign.security.CreatedKey;
import io.countersign.security.CurrentUser;
import io.countersign.security.NewApiKey;
import io.countersign.ui.Action;
import io.countersign.ui.Form;
import io.countersign.ui.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An admin makes a key. */
@ApplicationScoped
class CreateKey implements Action {

    @Inject
    ApiKeys keys;

    @Inject
    FreshKey freshKey;

    @Inject
    CurrentUser currentUser;

    @Inject
    Notices notices;

    @Override
    public String name() {
        return "create-key";
    }

    @Override
    public String formView() {
        return "api-keys";
    }

    @Override
    public String perform(Form form) {
        NewApiKey wish = new NewApiKey(
                form.text("name"),
                form.text("key_type"),
                form.nullableChosen("scopes"),
                form.text("owner"),
                form.nullableWords("roles"),
                form.time("expires_at"),
                null);
        CreatedKey created = keys.create(wish, currentUser.actor());
        freshKey.keep(created.key());
        notices.good("The key " + created.apiKey().name() + " is made.");
        return "api-keys";
    }
}
