package io.countersign.ui.access;

import io.countersign.approvals.Policies;
import io.countersign.approvals.Policy;
import io.countersign.approvals.PolicyChange;
import io.countersign.approvals.PolicyDraft;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * An admin makes or changes a policy. Nothing is saved that was not tried on past requests first: the form carries what
 * was tried, and whoever changed it since is shown the effect again.
 */
@ApplicationScoped
class SavePolicy implements Action {

    private static final int TRIED_ON = 100;

    @Inject
    Policies policies;

    @Inject
    PolicyPage page;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "save-policy";
    }

    @Override
    public String formView() {
        return "policy";
    }

    @Override
    public String formPage(HtmlForm form) {
        return form.pageOf("policy", "policy");
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        PolicyDraft draft = PolicyFormFields.of(form);
        Optional<UUID> id = form.uuidOrEmpty("policy");
        if (!form.text("tried").equals(PolicyPage.digest(draft))) {
            Policy before = id.map(known -> policies.get(known, actor)).orElse(null);
            page.preview(draft, before, policies.replay(draft, TRIED_ON, actor));
            return SHOW_AGAIN;
        }
        PolicyChange change = id.isPresent()
                ? policies.update(id.get(), draft, form.textOrNull("etag"), actor)
                : policies.create(draft, actor);
        return PolicyOutcome.say(
                change,
                draft.enabled() ? "The policy is enabled." : "The policy is saved, but disabled.",
                flashMessages);
    }
}
