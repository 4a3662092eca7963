package io.countersign.ui.access;

import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.Form;
import io.countersign.ui.Notices;
import io.countersign.workflows.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An admin removes the binding of a secret. */
@ApplicationScoped
class RemoveSecret implements Action {

    @Inject
    Secrets secrets;

    @Inject
    CurrentUser currentUser;

    @Inject
    Notices notices;

    @Override
    public String name() {
        return "remove-secret";
    }

    @Override
    public String perform(Form form) {
        return SaveSecret.said(secrets.delete(form.text("secret"), currentUser.actor()), "is removed", notices);
    }

    @Override
    public String refusedPage(Form form) {
        return SecretFields.page(form.text("secret"));
    }
}
