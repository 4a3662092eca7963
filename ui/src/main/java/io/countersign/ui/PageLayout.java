package io.countersign.ui;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.RequestQuery;
import io.countersign.approvals.Status;
import io.countersign.kernel.PageRequest;
import io.countersign.notify.NotificationQuery;
import io.countersign.notify.Notifications;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import io.countersign.security.WebSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What surrounds every page: the places a person can go to, and who is signed in. */
@Named
@RequestScoped
public class PageLayout {

    private static final int WHILE_TOLD = 30;

    @Inject
    CurrentUser currentUser;

    @Inject
    Approvals approvals;

    @Inject
    Notifications notifications;

    @Inject
    Assets assets;

    @Inject
    HttpServletRequest request;

    @Inject
    WebSettings settings;

    /** One entry of the navigation. */
    public record Place(String label, String href, String icon, String key, String count, boolean current) {

        /** For the page's expressions, as all of these. */
        public String getLabel() {
            return label;
        }

        public String getHref() {
            return href;
        }

        public String getIcon() {
            return icon;
        }

        public String getKey() {
            return key;
        }

        public String getCount() {
            return count;
        }

        public boolean isCurrent() {
            return current;
        }

        public boolean isHot() {
            return !count.isEmpty() && !count.equals("0");
        }
    }

    /** The places open to this person. */
    public List<Place> getPlaces() {
        List<Place> places = new ArrayList<>();
        if (!isSignedIn()) {
            return places;
        }
        Actor actor = currentUser.actor();
        places.add(place("Inbox", "inbox", "inbox", "i", waitingForMe(actor), "request"));
        add(places, actor, Scopes.WORKFLOWS_READ, place("Workflows", "workflows", "workflow", "", "", "workflow"));
        add(places, actor, Scopes.WORKFLOWS_READ, place("Runs", "runs", "run", "", "", "run"));
        if (actor.hasAnyScope(Scopes.WORKFLOWS_READ, Scopes.APPROVALS_READ, Scopes.AUDIT_READ)) {
            places.add(place("Overview", "overview", "overview", "", "", ""));
        }
        add(places, actor, Scopes.AUDIT_READ, place("Audit", "audit", "audit", "", "", ""));
        add(places, actor, Scopes.APPROVALS_WRITE, place("Delegations", "delegations", "away", "", "", ""));
        add(places, actor, Scopes.ADMIN, place("Policies", "policies", "policy", "", "", "policy"));
        add(places, actor, Scopes.ADMIN, place("Tools", "tools", "tool", "", "", "tool"));
        if (OrganizationScope.of(actor).isWhole()) {
            add(places, actor, Scopes.ADMIN, place("Secrets", "secrets", "secret", "", "", "secret"));
        }
        places.add(place(actor.isAdmin() ? "API keys" : "My API keys", "api-keys", "key", "", "", ""));
        add(places, actor, Scopes.ADMIN, place("Notifications", "notifications", "bell", "", deadLetters(actor), ""));
        add(places, actor, Scopes.ADMIN, place("Kill switch", "kill-switch", "stop", "", "", ""));
        return places;
    }

    /** Whether an open page only asks for its live parts again: what is shown once must wait for a whole page. */
    public boolean isPart() {
        return request.getHeader("X-Part") != null;
    }

    /**
     * How many seconds an open page may let pass between its looks while it is told of changes. It is told of this node's
     * only, so where there are others it goes on as by the clock alone.
     */
    public int whileTold(int byTheClock) {
        return settings.isAlone() ? WHILE_TOLD : byTheClock;
    }

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return currentUser.isKnown();
    }

    /** The person's name. */
    public String getName() {
        return isSignedIn() ? currentUser.actor().label() : "";
    }

    /** The person's roles, without the technical ones that Keycloak gives to everybody. */
    public String getRoles() {
        Set<String> roles = new TreeSet<>(isSignedIn() ? currentUser.actor().roles() : Set.of());
        roles.removeIf(role ->
                role.startsWith("default-roles-") || role.equals("offline_access") || role.equals("uma_authorization"));
        return String.join(", ", roles);
    }

    /** Whether the person may do what the scope names. */
    public boolean may(String scope) {
        return isSignedIn() && currentUser.actor().hasScope(scope);
    }

    private String waitingForMe(Actor actor) {
        if (!actor.hasScope(Scopes.APPROVALS_WRITE)) {
            return "";
        }
        RequestQuery mine = new RequestQuery(Set.of(Status.PENDING), null, false, false, true);
        return DisplayText.counted(
                approvals.list(mine, actor, new PageRequest(1, 1)).total(), RequestQuery.COUNTED);
    }

    /** How many notifications were given up; nothing when none was. */
    private String deadLetters(Actor actor) {
        if (!actor.isAdmin()) {
            return "";
        }
        long dead = notifications
                .list(NotificationQuery.deadLetters(), new PageRequest(1, 1), actor)
                .total();
        return dead == 0 ? "" : Long.toString(dead);
    }

    private static void add(List<Place> places, Actor actor, String scope, Place place) {
        if (actor.hasScope(scope)) {
            places.add(place);
        }
    }

    private Place place(String label, String page, String icon, String key, String count, String below) {
        String here = request.getServletPath();
        boolean current = here.startsWith("/" + page) || (!below.isEmpty() && here.startsWith("/" + below));
        return new Place(label, assets.page(page), icon, key, count, current);
    }
}
