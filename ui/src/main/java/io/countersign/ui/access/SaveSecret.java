package io.countersign.ui.access;

import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import io.countersign.workflows.SecretBinding;
import io.countersign.workflows.SecretBindings;
import io.countersign.workflows.SecretChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** An admin binds a secret to workflows and hosts, or changes its binding. */
@ApplicationScoped
class SaveSecret implements Action {

    @Inject
    SecretBindings secrets;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "save-secret";
    }

    @Override
    public String formView() {
        return "secret";
    }

    @Override
    public String formPage(HtmlForm form) {
        return form.has("secret") ? SecretFields.page(form.text("secret")) : "secret";
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        Map<String, Object> fields = SecretFields.of(form);
        if (form.has("secret")) {
            String name = form.text("secret");
            return said(secrets.update(name, fields, form.textOrNull("etag"), actor), "is saved", flashMessages);
        }
        fields.put("name", form.text("name"));
        SecretBinding made = secrets.create(fields, actor);
        return AdminOutcome.done("The binding of " + made.name() + " is saved.", "secrets", flashMessages);
    }

    static String said(SecretChange change, String done, FlashMessages flashMessages) {
        if (change instanceof SecretChange.Pending pending) {
            return AdminOutcome.pending(
                    pending.request().id(), pending.request().requestNumber(), flashMessages);
        }
        SecretBinding binding = ((SecretChange.Done) change).binding();
        return AdminOutcome.done("The binding of " + binding.name() + " " + done + ".", "secrets", flashMessages);
    }
}
