package io.countersign.workflows;

import io.countersign.approvals.PendingChange;
import io.countersign.approvals.SubmissionResult;
import io.countersign.kernel.JsonFields;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.kernel.Refusal;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.Actor;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import io.countersign.security.SecretName;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may be granted which secret, and where it may be sent: names, never values. It belongs to no organization, so it is for admins without one. A binding
 * protects what a secret opens: once there is another admin, they agree before it lets the secret go further.
 */
@Stateless
public class SecretBindings {

    private final SecretBindingRepository store;
    private final StoringBindings bindings;

    @Inject
    SecretBindings(SecretBindingRepository store, StoringBindings bindings) {
        this.store = store;
        this.bindings = bindings;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    public SecretBindings() {
        this(null, null);
    }

    /** Every binding, by name. */
    public Page<SecretBinding> list(Actor by, PageRequest page) {
        permit(by);
        return store.page(page);
    }

    /** One binding; 404 when the secret has none. */
    public SecretBinding get(String name, Actor by) {
        permit(by);
        return row(name).binding();
    }

    /** Changes of bindings that wait for another admin. */
    public List<PendingChange> pending(Actor by) {
        permit(by);
        return bindings.pending(by);
    }

    /** Those that are about one secret. */
    public List<PendingChange> pendingFor(String name, Actor by) {
        String id = SecretRow.id(name).toString();
        return pending(by).stream()
                .filter(change -> change.subjectId().equals(id))
                .toList();
    }

    /**
     * Binds a secret that has no binding yet: {@code name}, {@code organizations}, {@code workflows}, {@code hosts},
     * {@code handle}. That only narrows, so it holds at once.
     */
    public SecretBinding create(Map<String, Object> fields, Actor by) {
        permit(by);
        JsonFields form = new JsonFields(fields);
        String name = form.need("name", SecretName.FIELD);
        if (name != null && store.find(name).isPresent()) {
            throw Refusal.conflict("The secret " + name + " has a binding already; change that");
        }
        SecretDraft draft = SecretDraft.UNLIMITED.changedBy(form);
        form.refuse();
        return bindings.create(name == null ? "" : name, draft, by).binding();
    }

    /**
     * Changes the given fields; null removes a limit. A change that widens the binding waits for another admin if there
     * is one.
     */
    public SecretChange update(String name, Map<String, Object> fields, @Nullable String ifMatch, Actor by) {
        permit(by);
        SecretRow row = row(name);
        store.lock(row);
        SecretBinding now = row.binding();
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(now.etag())) {
            throw Refusal.conflict("The binding was changed in between");
        }
        JsonFields form = new JsonFields(fields);
        form.readOnly(Set.of("name", "created_at", "updated_at"));
        SecretDraft before = SecretDraft.of(now);
        SecretDraft after = before.changedBy(form);
        form.refuse();
        Optional<SubmissionResult.Pending> pending =
                after.isWiderThan(before) ? bindings.ask(row, after, by) : Optional.empty();
        if (pending.isPresent()) {
            return new SecretChange.Pending(pending.get());
        }
        bindings.update(row, after, by);
        return new SecretChange.Done(row.binding());
    }

    /**
     * Removes the binding: nothing but the workflows' own fields limits the secret then. One that limits something is removed
     * when another admin agrees, where there is one.
     */
    public SecretChange delete(String name, Actor by) {
        permit(by);
        SecretRow row = row(name);
        store.lock(row);
        SecretBinding now = row.binding();
        Optional<SubmissionResult.Pending> pending =
                SecretDraft.UNLIMITED.isWiderThan(SecretDraft.of(now)) ? bindings.ask(row, null, by) : Optional.empty();
        if (pending.isPresent()) {
            return new SecretChange.Pending(pending.get());
        }
        bindings.delete(row, by);
        return new SecretChange.Done(now);
    }

    /** The bindings that there are among the names. For execution. */
    @ServerOnly("execution, when a run begins")
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Map<String, SecretBinding> bindings(Collection<String> names) {
        return store.bindings(names);
    }

    private SecretRow row(String name) {
        return store.find(name).orElseThrow(() -> Refusal.notFound("binding of the secret", name));
    }

    private static void permit(Actor by) {
        by.requireScope(Scopes.ADMIN);
        OrganizationScope.of(by).requireHouse();
    }
}
