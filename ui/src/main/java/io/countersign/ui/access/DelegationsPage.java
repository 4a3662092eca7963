package io.countersign.ui.access;

import io.countersign.approvals.Delegation;
import io.countersign.approvals.Delegations;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Scopes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who decides for whom while they are away. */
@Named
@RequestScoped
public class DelegationsPage {

    private static final int SHOWN = 200;

    @Inject
    Delegations door;

    @Inject
    CurrentUser currentUser;

    private List<Delegation> delegations = List.of();

    /** Reads what concerns this person. */
    public void open() {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.APPROVALS_WRITE);
        delegations = door.list(actor, new PageRequest(1, SHOWN)).items();
    }

    public List<Delegation> getDelegations() {
        return delegations;
    }

    /** Whether this person may end it. */
    public boolean mayEnd(Delegation delegation) {
        Actor actor = currentUser.actor();
        return actor.isAdmin() || delegation.giver().equals(actor.person());
    }
}
