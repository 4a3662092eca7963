package io.countersign.ui.access;

import io.countersign.approvals.PendingChange;
import io.countersign.kernel.Page;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.ui.PageRequests;
import io.countersign.workflows.SecretBinding;
import io.countersign.workflows.SecretBindings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Who may be granted which secret, and where it may be sent, for admins without an organization: names, never values. */
@Named
@RequestScoped
public class SecretsPage {

    @Inject
    SecretBindings secrets;

    @Inject
    OfferedWorkflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    HttpServletRequest request;

    private Page<SecretBinding> found = new Page<>(List.of(), 0);
    private List<PendingChange> pending = List.of();

    /** Reads one page of the bindings by name. */
    public void open() {
        Actor actor = currentUser.actor();
        found = secrets.list(actor, PageRequests.asked(request));
        pending = secrets.pending(actor);
    }

    public List<SecretBinding> getBindings() {
        return found.items();
    }

    /** Changes that wait for another admin. */
    public List<PendingChange> getPending() {
        return pending;
    }

    /** The names of the workflows that may be granted it; empty for any. */
    public List<String> workflows(SecretBinding binding) {
        return binding.workflows().stream().map(workflows::name).toList();
    }

    public PageRequests getPages() {
        return PageRequests.of(request, found.total());
    }
}
