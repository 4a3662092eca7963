package io.countersign.ui.access;

import io.countersign.approvals.PendingChange;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import io.countersign.ui.PageRequests;
import io.countersign.ui.RedisplayedForm;
import io.countersign.workflows.SecretBinding;
import io.countersign.workflows.SecretBindings;
import io.countersign.workflows.Workflow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The binding of one secret, to be changed, or a new one. */
@Named
@RequestScoped
public class SecretPage {

    @Inject
    SecretBindings secrets;

    @Inject
    OfferedWorkflows workflows;

    @Inject
    CurrentUser currentUser;

    @Inject
    RedisplayedForm form;

    @Inject
    HttpServletRequest request;

    private @Nullable SecretBinding binding;
    private List<PendingChange> pending = List.of();

    /** One workflow that can be ticked. */
    public record Choice(String id, String name) {}

    /** Reads the binding that is changed, if it is not a new one. */
    public void open() {
        Actor actor = currentUser.actor();
        actor.requireScope(Scopes.ADMIN);
        OrganizationScope.of(actor).requireHouse();
        boolean posted = request.getMethod().equals("POST");
        String path = request.getPathInfo();
        String name = posted ? PageRequests.filter(request, "secret") : path == null ? null : path.substring(1);
        if (name != null) {
            binding = secrets.get(name, actor);
            pending = secrets.pendingFor(name, actor);
        }
    }

    /** What is in force; null for a new binding. */
    public @Nullable SecretBinding getBinding() {
        return binding;
    }

    public boolean isNew() {
        return binding == null;
    }

    /** Changes of it that wait for another admin. */
    public List<PendingChange> getPending() {
        return pending;
    }

    /** The state that the form was opened on: a change by somebody else in between is a conflict, not an overwriting. */
    public Object getEtag() {
        return form.value("etag", binding == null ? "" : binding.etag());
    }

    /** What a field shows: what was typed, or what is stored, an item to a line. */
    public Object value(String field) {
        SecretBinding stored = binding;
        if (stored == null) {
            return form.value(field, "");
        }
        return form.value(
                field,
                switch (field) {
                    case "organizations" -> String.join("\n", stored.organizations());
                    case "hosts" -> String.join("\n", stored.hosts());
                    default -> "";
                });
    }

    /** Whether scripts get a token in place of the value. */
    public boolean isHandle() {
        return form.ticked("handle", "yes", binding != null && binding.handle() ? List.of("yes") : List.of());
    }

    /** Whether a workflow is ticked. */
    public boolean granted(String workflow) {
        return form.ticked("workflows", workflow, stored());
    }

    /** What can be ticked: every workflow, and those of the binding that are not there any more. */
    public List<Choice> getChoices() {
        List<String> offered =
                workflows.all().stream().map(Workflow::uuid).map(UUID::toString).toList();
        return Stream.concat(stored().stream().filter(id -> !offered.contains(id)), offered.stream())
                .map(id -> new Choice(id, workflows.name(UUID.fromString(id))))
                .toList();
    }

    private List<String> stored() {
        return binding == null
                ? List.of()
                : binding.workflows().stream().map(UUID::toString).toList();
    }
}
