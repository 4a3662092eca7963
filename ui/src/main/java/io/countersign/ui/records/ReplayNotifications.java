package io.countersign.ui.records;

import io.countersign.kernel.Refusal;
import io.countersign.notify.Notifications;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.Action;
import io.countersign.ui.FlashMessages;
import io.countersign.ui.HtmlForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An admin has dead letters tried again: one, or all that a page shows. */
@ApplicationScoped
class ReplayNotifications implements Action {

    @Inject
    Notifications notifications;

    @Inject
    CurrentUser currentUser;

    @Inject
    FlashMessages flashMessages;

    @Override
    public String name() {
        return "replay-notifications";
    }

    @Override
    public String perform(HtmlForm form) {
        Actor actor = currentUser.actor();
        List<UUID> ids = form.uuids("notification");
        List<String> refused = new ArrayList<>();
        for (UUID id : ids) {
            try {
                notifications.replay(id, actor);
            } catch (Refusal refusal) {
                if (ids.size() == 1) {
                    throw refusal;
                }
                refused.add(refusal.getMessage());
            }
        }
        int again = ids.size() - refused.size();
        flashMessages.good(again + (again == 1 ? " notification is" : " notifications are") + " tried again now.");
        refused.stream().distinct().forEach(flashMessages::bad);
        return "notifications";
    }

    @Override
    public String refusedPage(HtmlForm form) {
        return "notifications";
    }
}
