package io.countersign.ui.access;

import io.countersign.approvals.Policies;
import io.countersign.approvals.PolicyDraft;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.Form;
import io.countersign.ui.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An admin makes a policy, or tries it on past requests first. */
@ApplicationScoped
class SavePolicy implements Action {

    @Inject
    Policies policies;

    @Inject
    PoliciesPage page;

    @Inject
    CurrentUser currentUser;

    @Inject
    Notices notices;

    @Override
    public String name() {
        return "save-policy";
    }

    @Override
    public String formView() {
        return "policies";
    }

    @Override
    public String perform(Form form) {
        Actor actor = currentUser.actor();
        PolicyDraft draft = PolicyFields.of(form);
        Integer tryOn = form.number("replay");
        if (tryOn != null) {
            page.show(policies.replay(draft, tryOn, actor));
            return SHOW_AGAIN;
        }
        return PolicyOutcome.say(policies.create(draft, actor), "The policy is in force.", notices);
    }
}
