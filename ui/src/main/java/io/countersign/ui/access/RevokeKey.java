package io.countersign.ui.access;

import io.countersign.security.ApiKeys;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An admin ends a key for good. */
@ApplicationScoped
class RevokeKey implements Action {

    @Inject
    ApiKeys keys;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "revoke-key";
    }

    @Override
    public String perform(HtmlForm form) {
        keys.revoke(form.uuid("key"), currentUser.actor());
        flashMessages.good("The key is revoked.");
        return "api-keys";
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return "api-keys";
    }
}
