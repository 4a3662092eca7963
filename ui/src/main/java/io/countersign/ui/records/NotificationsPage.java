package io.countersign.ui.records;

import io.countersign.kernel.Page;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.Notification;
import io.countersign.notify.NotificationQuery;
import io.countersign.notify.Notifications;
import io.countersign.notify.Notifier;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.PageRequests;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was told to whom, for admins: first of all what could not be delivered. */
@Named
@RequestScoped
public class NotificationsPage {

    private static final String ALL = "all";

    @Inject
    Notifications door;

    @Inject
    CurrentUser currentUser;

    @Inject
    HttpServletRequest request;

    private Page<Notification> found = new Page<>(List.of(), 0);

    /** Reads one page; without a filter those that were given up. */
    public void open() {
        currentUser.actor().requireScope(Scopes.ADMIN);
        DeliveryState state = getState().equals(ALL) ? null : DeliveryState.valueOf(upper(getState()));
        String notifier = getNotifier();
        NotificationQuery query =
                new NotificationQuery(state, notifier.isEmpty() ? null : Notifier.valueOf(upper(notifier)), null);
        found = door.list(query, PageRequests.asked(request), currentUser.actor());
    }

    public List<Notification> getNotifications() {
        return found.items();
    }

    public long getTotal() {
        return found.total();
    }

    /** Whether the list is the dead letters. */
    public boolean isDead() {
        return getState().equals(DeliveryState.DEAD.word());
    }

    /** Whether one can be tried again. */
    public boolean mayReplay(Notification notification) {
        return notification.state() == DeliveryState.DEAD;
    }

    /** The state asked for; what is none means the dead letters. */
    public String getState() {
        String state = PageRequests.filter(request, "state");
        return state != null && (state.equals(ALL) || getStates().contains(state)) ? state : DeliveryState.DEAD.word();
    }

    /** Every state by its outside name. */
    public List<String> getStates() {
        return Arrays.stream(DeliveryState.values()).map(DeliveryState::word).toList();
    }

    /** The notifier asked for; empty for any. */
    public String getNotifier() {
        String notifier = PageRequests.filter(request, "notifier");
        return notifier != null && getNotifiers().contains(notifier) ? notifier : "";
    }

    /** Every notifier by its outside name. */
    public List<String> getNotifiers() {
        return Arrays.stream(Notifier.values())
                .map(notifier -> notifier.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whom it goes to, in words. */
    public String whom(Notification notification) {
        @Nullable String person = notification.recipient();
        @Nullable String place = notification.place();
        return person != null ? person : place != null ? place : "all eligible approvers";
    }

    public PageRequests getPages() {
        return PageRequests.of(request, found.total());
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
