package io.countersign.workflows;

import static io.countersign.workflows.Shape.listOf;
import static io.countersign.workflows.Shape.text;

import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.audit.CanonicalJson;
import io.countersign.audit.Page;
import io.countersign.audit.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.Purview;
import io.countersign.security.Refusal;
import io.countersign.security.Scopes;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may be granted which secret, and where it may be sent: names, never values. The house's, so for its admins. */
@Stateless
@SuppressWarnings("NullAway.Init")
public class Secrets {

    private static final Shape<String> UUIDS = (value, path, form) -> {
        try {
            return value instanceof String text ? UUID.fromString(text).toString() : form.bad(path, "must be a UUID");
        } catch (IllegalArgumentException no) {
            return form.bad(path, "must be a UUID");
        }
    };

    @Inject
    private SecretStore store;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

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

    /** Binds a secret that has no binding yet: {@code name}, {@code organizations}, {@code workflows}, {@code hosts}, {@code handle}. */
    public SecretBinding create(Map<String, Object> fields, Actor by) {
        permit(by);
        Form form = new Form(fields);
        String name = form.need("name", DefinitionForm.SECRET);
        if (name != null && store.find(name).isPresent()) {
            throw Refusal.conflict("The secret " + name + " has a binding already; change that");
        }
        SecretRow row = new SecretRow(name == null ? "" : name, clock.instant().truncatedTo(ChronoUnit.MICROS));
        fill(row, form, null);
        form.refuse();
        store.add(row);
        store.flush();
        record(by, "secret.bound", row);
        return row.binding();
    }

    /** Changes the fields given; null goes back to no limit. */
    public SecretBinding update(String name, Map<String, Object> fields, @Nullable String ifMatch, Actor by) {
        permit(by);
        SecretRow row = row(name);
        store.lock(row);
        SecretBinding now = row.binding();
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(now.etag())) {
            throw Refusal.conflict("The binding was changed in between");
        }
        Form form = new Form(fields);
        form.readOnly(Set.of("name", "created_at", "updated_at"));
        fill(row, form, now);
        form.refuse();
        row.updatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.flush();
        record(by, "secret.bound", row);
        return row.binding();
    }

    /** Removes the binding: nothing but the workflows' own fields limits the secret then. */
    public void delete(String name, Actor by) {
        permit(by);
        SecretRow row = row(name);
        store.lock(row);
        record(by, "secret.unbound", row);
        store.remove(row);
        store.flush();
    }

    /** The bindings that there are among the names. For execution. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Map<String, SecretBinding> bindings(Collection<String> names) {
        return store.bindings(names);
    }

    private static void fill(SecretRow row, Form form, @Nullable SecretBinding now) {
        row.organizations = CanonicalJson.of(
                list(form, "organizations", text(1, 200), 100, now == null ? List.of() : now.organizations()));
        row.workflows = CanonicalJson.of(list(
                form,
                "workflows",
                UUIDS,
                500,
                now == null
                        ? List.of()
                        : now.workflows().stream().map(UUID::toString).toList()));
        List<String> hosts = list(form, "hosts", DefinitionForm.HOST, 200, now == null ? List.of() : now.hosts());
        row.hosts = CanonicalJson.of(hosts);
        if (form.has("handle")) {
            row.handle = form.read("handle", Shape.yesOrNo(), false);
        }
        if (row.handle && hosts.isEmpty()) {
            form.wrong("hosts", "a handle needs hosts: it is turned into the value in requests to them alone");
        }
    }

    private static List<String> list(Form form, String field, Shape<String> element, int max, List<String> otherwise) {
        return form.has(field) ? form.read(field, listOf(element, max), List.of()) : otherwise;
    }

    private SecretRow row(String name) {
        return store.find(name).orElseThrow(() -> Refusal.notFound("binding of the secret", name));
    }

    private void record(Actor by, String action, SecretRow row) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", row.name);
        details.put("organizations", CanonicalJson.parse(row.organizations));
        details.put("workflows", CanonicalJson.parse(row.workflows));
        details.put("hosts", CanonicalJson.parse(row.hosts));
        details.put("handle", row.handle);
        details.put("credential", by.credential().toMap());
        UUID id = UUID.nameUUIDFromBytes(("secret " + row.name).getBytes(StandardCharsets.UTF_8));
        audit.record(AuditEntry.of(by.userName(), action, "secret", id, details));
    }

    private static void permit(Actor by) {
        by.requireScope(Scopes.ADMIN);
        Purview.of(by).requireHouse();
    }
}
