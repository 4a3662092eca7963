package io.countersign.ui.access;

import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import io.countersign.workflows.SecretBindings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An admin removes the binding of a secret. */
@ApplicationScoped
class RemoveSecret implements Action {

    @Inject
    SecretBindings secrets;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "remove-secret";
    }

    @Override
    public String perform(HtmlForm form) {
        return SaveSecret.said(secrets.delete(form.text("secret"), currentUser.actor()), "is removed", flashMessages);
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return SecretFields.page(form.text("secret"));
    }
}
