package io.countersign.ui.access;

import io.countersign.approvals.AdminKeys;
import io.countersign.approvals.Change;
import io.countersign.kernel.Page;
import io.countersign.security.Actor;
import io.countersign.security.ApiKey;
import io.countersign.security.ApiKeys;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import io.countersign.ui.PageRequests;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The keys of agents and people for admins, and for everybody else their own. */
@Named
@RequestScoped
public class ApiKeysPage {

    @Inject
    ApiKeys door;

    @Inject
    AdminKeys adminKeys;

    @Inject
    FreshKey freshKey;

    @Inject
    CurrentUser currentUser;

    @Inject
    HttpServletRequest request;

    private Page<ApiKey> found = new Page<>(List.of(), 0);
    private String fresh = "";

    /** Reads one page of the keys. */
    public void open() {
        Actor actor = currentUser.actor();
        found = door.list(PageRequests.asked(request), actor);
        fresh = freshKey.take();
    }

    public List<ApiKey> getKeys() {
        return found.items();
    }

    /** The key that was just made, this once; empty otherwise. */
    public String getFresh() {
        return fresh;
    }

    /** Keys that another admin has agreed to and that wait for the viewer to take them. */
    public List<Change> getClaimable() {
        return adminKeys.claimable(currentUser.actor());
    }

    /** The name of the key that a change makes. */
    public String keyName(Change change) {
        return change.payload().get("key") instanceof Map<?, ?> key ? String.valueOf(key.get("name")) : "";
    }

    /** The scopes that the viewer may give: an admin every one, others those that they have. */
    public List<String> getScopes() {
        Actor actor = currentUser.actor();
        return List.copyOf(new TreeSet<>(actor.isAdmin() ? Scopes.ALL : actor.scopes()));
    }

    /** Whether the viewer makes keys for others too. */
    public boolean isAdmin() {
        return currentUser.actor().isAdmin();
    }

    /** What the viewer's own keys have as owner. */
    public String getOwnName() {
        return currentUser.actor().userName();
    }

    public PageRequests getPages() {
        return PageRequests.of(request, found.total());
    }
}
