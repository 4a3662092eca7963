package io.countersign.ui.access;

import io.countersign.execution.KillSwitch;
import io.countersign.execution.KillSwitches;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** An admin stops runs. */
@ApplicationScoped
class EngageSwitch implements Action {

    @Inject
    KillSwitches switches;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "engage-switch";
    }

    @Override
    public String formView() {
        return "kill-switch";
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.ADMIN);
        String scope = form.text("scope");
        Map<String, String> wanted = new HashMap<>();
        wanted.put("scope", scope);
        wanted.put("target", form.textOrNull(scope + "_target"));
        wanted.put("reason", form.text("reason"));
        KillSwitch pulled = switches.engage(wanted, actor);
        flashMessages.good(
                "Kill switch engaged. Matching runs are cancelled, and no new ones start until it is released.");
        switches.doubt(pulled, actor).ifPresent(flashMessages::warn);
        return "kill-switch";
    }
}
