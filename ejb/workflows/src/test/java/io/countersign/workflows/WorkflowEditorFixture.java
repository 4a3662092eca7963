package io.countersign.workflows;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.Change;
import io.countersign.approvals.Changes;
import io.countersign.approvals.FrozenArguments;
import io.countersign.approvals.Kind;
import io.countersign.approvals.ProposedChange;
import io.countersign.approvals.RequestDecided;
import io.countersign.approvals.Status;
import io.countersign.approvals.SubmissionResult;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.kernel.CanonicalJson;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.Directory;
import io.countersign.security.DirectoryFreshness;
import io.countersign.security.Person;
import io.countersign.security.Roles;
import io.countersign.security.Scopes;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Editing with everything around it held in memory. */
class WorkflowEditorFixture {

    final MapStore store = new MapStore();
    final Map<String, Person> people = new LinkedHashMap<>();
    final List<AuditEntry> audit = new ArrayList<>();
    /** Workflows whose waiting changes were withdrawn. */
    final List<String> withdrawn = new ArrayList<>();

    final Map<UUID, ProposedChange> proposed = new LinkedHashMap<>();
    final Map<UUID, Actor> askers = new LinkedHashMap<>();
    final List<String> dropped = new ArrayList<>();
    final Map<String, SecretBinding> bindings = new LinkedHashMap<>();
    final List<UUID> cancelled = new ArrayList<>();
    /** Who agreed to the run, and to what. */
    Set<String> approvers = Set.of();

    String agreedBinding = "";
    ReviewScope.Extent extent = ReviewScope.Extent.UNGUARDED;

    final WorkflowEditor editing;
    final ApprovedEditObserver agreed;

    WorkflowEditorFixture() {
        EditLog log = new EditLog(new Audit() {
            @Override
            public void record(AuditEntry entry) {
                audit.add(entry);
            }
        });
        Approvals approvals = new Approvals() {
            @Override
            public int cancelForWorkflow(UUID workflowId, String reason) {
                cancelled.add(workflowId);
                return 0;
            }

            @Override
            public FrozenArguments approvedArguments(UUID id) {
                WorkflowRow row = store.require(id);
                Map<String, Object> context = Map.of("binding_sha256", agreedBinding);
                return new FrozenArguments(
                        id, Status.APPROVED, row.uuid, row.codeVersion, row.sha256, Map.of(), "", context);
            }

            @Override
            public boolean isAgreedWithout(UUID id, Set<String> people) {
                return Collections.disjoint(approvers, people);
            }
        };
        Directory directory = new People();
        Changes changes = new Recorded();
        StoringEdits stored = new StoringEdits(store, approvals, log, new Quiet<>(), Clock.systemUTC());
        EditReader reader = new EditReader(
                store,
                new SecretGrants(new SecretBindingRepository() {
                    @Override
                    Map<String, SecretBinding> bindings(Collection<String> names) {
                        Map<String, SecretBinding> found = new LinkedHashMap<>(bindings);
                        found.keySet().retainAll(names);
                        return found;
                    }
                }),
                () -> 3600);
        editing = new WorkflowEditor(
                store,
                new CodeCheck() {
                    @Override
                    void require(String code) {}
                },
                new NamedPeopleCheck(directory),
                reader,
                new PublishingReview(changes, directory, store, new ReviewScope(() -> extent)),
                stored,
                log);
        agreed = new ApprovedEditObserver(changes, approvals, store, reader, stored);
    }

    WorkflowEditorFixture with(String name, String... roles) {
        people.put(name, Person.named(name, Set.of(roles), List.of()));
        return this;
    }

    static Actor human(String name) {
        return new Actor(
                name,
                name,
                Actor.Kind.HUMAN,
                name,
                Set.of(),
                Set.of(Scopes.WORKFLOWS_WRITE),
                Credential.of(Credential.Kind.SESSION, "s"),
                List.of());
    }

    static Actor agent(String owner) {
        return new Actor(
                owner,
                owner,
                Actor.Kind.AGENT,
                "agent of " + owner,
                Set.of(),
                Set.of(Scopes.WORKFLOWS_WRITE, Scopes.WORKFLOWS_EXECUTE),
                Credential.of(Credential.Kind.API_KEY, UUID.randomUUID().toString()),
                List.of());
    }

    /** The agent of somebody, by a key that another person made. */
    static Actor agent(String owner, String maker) {
        return agent(owner)
                .through(new Credential(
                        Credential.Kind.API_KEY, UUID.randomUUID().toString(), maker, null));
    }

    static Map<String, Object> fields(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    SaveResult create(Actor by, Object... pairs) {
        Map<String, Object> fields = fields("name", "Block IP", "code", "class A {}");
        fields.putAll(fields(pairs));
        return editing.create(new NewWorkflow(fields), by);
    }

    Workflow created(Actor by, Object... pairs) {
        return ((SaveResult.Done) create(by, pairs)).workflow();
    }

    /** One that comes with the server and is not configured yet. */
    UUID builtin() {
        Builtin builtin = Builtin.ALL.get(1);
        WorkflowRow row = new WorkflowRow(UUID.randomUUID(), "system", Instant.now());
        row.builtin = builtin.key();
        row.define(builtin.definition(WorkflowState.INACTIVE, 3600), CanonicalJson.sha256OfText(builtin.code()));
        store.add(row);
        store.add(new VersionRow(
                row.uuid,
                1,
                row.sha256,
                new Author("system", null, "system", Map.of()),
                row.createdAt,
                builtin.code()));
        return row.uuid;
    }

    SaveResult update(UUID uuid, Actor by, Object... pairs) {
        return editing.update(uuid, new WorkflowPatch(fields(pairs)), null, by);
    }

    Definition now(UUID uuid) {
        return store.require(uuid).definition();
    }

    /** Somebody agreed to the change. */
    void approve(SaveResult pending) {
        UUID id = ((SaveResult.Pending) pending).approvalRequestUuid();
        agreed.decided(new RequestDecided(id, Kind.CHANGE, Status.APPROVED));
    }

    /** These people agreed to a run of the workflow as it is, or as it was. */
    void agreeToRun(UUID workflow, String binding, String... people) {
        approvers = Set.of(people);
        agreedBinding = binding;
        agreed.decided(new RequestDecided(workflow, Kind.WORKFLOW, Status.APPROVED));
    }

    private final class Recorded extends Changes {
        @Override
        public SubmissionResult.Pending propose(ProposedChange change, Actor by) {
            UUID id = UUID.randomUUID();
            proposed.put(id, change);
            askers.put(id, by);
            return new SubmissionResult.Pending(id, "APR-" + id, Instant.now());
        }

        @Override
        public int cancelPending(String subjectType, String subjectId, String reason) {
            withdrawn.add(subjectId);
            return 0;
        }

        @Override
        public Optional<Change> agreedTo(RequestDecided decided, String subjectType) {
            ProposedChange change = proposed.get(decided.id());
            if (decided.kind() != Kind.CHANGE || change == null) {
                return Optional.empty();
            }
            Actor by = askers.get(decided.id());
            return Optional.of(new Change(
                    decided.id(),
                    subjectType,
                    change.subjectId(),
                    // as it comes out of the database
                    CanonicalJson.parseObject(CanonicalJson.write(change.payload())),
                    change.baseVersion(),
                    by.person(),
                    by.userName(),
                    by.hand()));
        }

        @Override
        public void dropped(Change change, String why) {
            dropped.add(why);
        }
    }

    private final class People extends Directory {
        @Override
        public Set<Person> holders(String role) {
            return people.values().stream()
                    .filter(person -> person.hasRole(role))
                    .collect(Collectors.toSet());
        }

        @Override
        public Set<Person> admins() {
            return holders(Roles.SOC_ADMIN);
        }

        @Override
        public Optional<Person> byUserName(String userName) {
            return Optional.ofNullable(people.get(userName));
        }

        @Override
        public boolean isRole(String role) {
            return Roles.KNOWN.contains(role) || role.equals("soc-lead");
        }

        @Override
        public DirectoryFreshness glimpse() {
            return new DirectoryFreshness(false, null, true);
        }
    }

    private static final class Quiet<T> implements Event<T> {
        @Override
        public void fire(T event) {}

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
