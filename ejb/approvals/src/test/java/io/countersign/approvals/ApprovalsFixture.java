package io.countersign.approvals;

import io.countersign.approvals.adminchange.CatalogueChanges;
import io.countersign.approvals.adminchange.PolicyChanges;
import io.countersign.approvals.api.SoarApprovalNotifier;
import io.countersign.approvals.catalogue.CatalogueRepository;
import io.countersign.approvals.catalogue.CatalogueRow;
import io.countersign.approvals.change.Admins;
import io.countersign.approvals.decision.DecisionHandler;
import io.countersign.approvals.decision.DecisionRetry;
import io.countersign.approvals.decision.DecisionTokens;
import io.countersign.approvals.decision.EmergencyReview;
import io.countersign.approvals.decision.Votes;
import io.countersign.approvals.delegation.DelegationRepository;
import io.countersign.approvals.eligibility.CallerResolver;
import io.countersign.approvals.eligibility.Eligibility;
import io.countersign.approvals.eligibility.Visibility;
import io.countersign.approvals.expiry.Expiry;
import io.countersign.approvals.expiry.ReminderSender;
import io.countersign.approvals.expiry.RequestSweepSteps;
import io.countersign.approvals.policy.PolicyReplay;
import io.countersign.approvals.policy.PolicyRepository;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.StoredFacts;
import io.countersign.approvals.storage.ContentStore;
import io.countersign.approvals.storage.Database;
import io.countersign.approvals.submission.MinimumRequirements;
import io.countersign.approvals.submission.NewRequest;
import io.countersign.approvals.submission.RequestCancellation;
import io.countersign.approvals.submission.RequestRevision;
import io.countersign.approvals.submission.RequestingApproval;
import io.countersign.approvals.tool.CallerIdentity;
import io.countersign.approvals.tool.NotifierBridge;
import io.countersign.approvals.tool.PlatformService;
import io.countersign.approvals.tool.ToolRuns;
import io.countersign.approvals.view.DecisionWait;
import io.countersign.approvals.view.DecisionWaiters;
import io.countersign.approvals.view.RequestLists;
import io.countersign.approvals.view.RequestSubscriptions;
import io.countersign.approvals.view.RequestViews;
import io.countersign.kernel.Page;
import io.countersign.kernel.PageRequest;
import io.countersign.security.Actor;
import io.countersign.security.Credential;
import io.countersign.security.CurrentUser;
import io.countersign.security.OrganizationScope;
import io.countersign.security.Scopes;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** The module put together by hand over real tables, with a directory, a clock and an audit log to look into. */
public class ApprovalsFixture implements AutoCloseable {

    public final Tables tables;
    public static final Credential SESSION = Credential.of(Credential.Kind.SESSION, "s-1");

    public final FakeDirectory people = new FakeDirectory()
            .with("ann", "approver")
            .with("bob", "approver")
            .with("cid", "approver")
            .with("eve", "emergency-approver")
            .with("fay", "emergency-approver")
            .with("lea", "soc-lead")
            .with("leo", "soc-lead")
            .with("ned", "network")
            .with("mix", "soc-lead", "network")
            .with("rita", "soc-analyst")
            .with("rex", "soc-viewer");
    final TestClock clock = new TestClock();
    public final RecordedAudit audit = new RecordedAudit();
    public final FiredEvents events = new FiredEvents();
    public final Approvals approvals;
    private final CommittingApprovals committing;
    public final Policies policies;
    final ToolCatalogue catalogue;
    final Changes changes;
    final Delegations delegations;
    public final PlatformService platform;
    public final ToolRuns toolRuns;
    public final CallerIdentity identity;
    public final List<SoarApprovalNotifier> notifiers = new ArrayList<>();
    /** What is to be carried out when a moment has passed. */
    final List<Runnable> moment = new ArrayList<>();

    private final RequestSweepSteps sweep;
    /** Whom the container has logged in. */
    public String loggedIn = "anonymous";

    public ApprovalsFixture() {
        this(Tables.h2(), new ApprovalSettings(3600));
    }

    public ApprovalsFixture(Tables tables, ApprovalSettings settings) {
        this.tables = tables;
        Database database = new Database(tables.entities());
        RequestRepository requests = new RequestRepository(database);
        ContentStore texts = new ContentStore(database);
        StoredFacts facts = new StoredFacts(texts);
        ApprovalAudit trail = new ApprovalAudit(audit);
        DelegationRepository book = new DelegationRepository(database);
        PolicyRepository policyBook = new PolicyRepository(database);
        CallerResolver callers = new CallerResolver(people, book, requests);
        Eligibility standings = new Eligibility(callers, facts, people, book);
        Visibility visibility = new Visibility(standings, clock);
        RequestViews views = new RequestViews(requests, facts, texts, standings);
        DecisionWaiters waiters = new DecisionWaiters();
        events.observers.add(event -> {
            if (event instanceof RequestDecided decided) {
                tables.afterCommit(() -> waiters.wake(decided.id()));
            }
        });
        DecisionTokens tokens = new DecisionTokens(database);
        RequestingApproval asking = new RequestingApproval(
                requests,
                policyBook,
                people,
                new NewRequest(texts),
                new MinimumRequirements(new CatalogueRepository(database), settings),
                settings,
                trail,
                clock,
                events.event(),
                events.event());
        DecisionHandler deciding = new DecisionHandler(
                requests,
                new Votes(requests, facts, trail),
                visibility,
                tokens,
                facts,
                callers,
                views,
                policyBook,
                settings,
                people,
                trail,
                clock,
                events.event(),
                events.event());
        committing = new CommittingApprovals(
                tables,
                asking,
                deciding,
                new DecisionRetry(people, requests, trail),
                tokens,
                new RequestCancellation(requests, visibility, trail, clock, events.event()),
                new RequestRevision(requests, visibility, facts, texts, people, settings, trail, clock, events.event()),
                new EmergencyReview(requests, visibility, standings, trail, clock),
                requests,
                views,
                new RequestLists(database, requests, texts, views, standings),
                standings,
                new DecisionWait(waiters, requests, views, clock),
                followers(requests),
                visibility,
                clock);
        approvals = committing;
        changes = new Changes(
                database,
                requests,
                asking,
                new RequestCancellation(requests, visibility, trail, clock, events.event()),
                trail,
                clock);
        AdminChanges adminChanges = new AdminChanges(changes, new Admins(people));
        PolicyChanges policyChanges = new PolicyChanges(policyBook, adminChanges, trail, clock);
        events.observers.add(event -> {
            if (event instanceof RequestDecided decided) {
                policyChanges.approved(decided);
            }
        });
        policies = new Policies(policyBook, policyChanges, new PolicyReplay(database, clock), people);
        CatalogueRepository catalogueBook = new CatalogueRepository(database);
        CatalogueChanges catalogueChanges = new CatalogueChanges(catalogueBook, adminChanges, trail, clock);
        events.observers.add(event -> {
            if (event instanceof RequestDecided decided) {
                catalogueChanges.approved(decided);
            }
        });
        catalogue = new ToolCatalogue(catalogueBook, catalogueChanges, people);
        delegations = new Delegations(book, people, trail, clock);
        identity = new CallerIdentity(new CurrentUser(), () -> loggedIn, people);
        platform = new PlatformService(approvals, identity, new NotifierBridge(notifiers, requests));
        toolRuns = new CommittingToolRuns(tables, database, clock);
        sweep = new RequestSweepSteps(
                new Expiry(requests, trail, events.event()),
                new ReminderSender(requests, texts, trail, events.event(), events.event()),
                waiters,
                database,
                clock);
    }

    private RequestSubscriptions followers(RequestRepository requests) {
        RequestSubscriptions followers = new RequestSubscriptions(requests, moment::add);
        events.observers.add(event -> tables.afterCommit(() -> {
            switch (event.getClass().getSimpleName()) {
                case "RequestAsked" -> followers.asked((RequestAsked) event);
                case "VoteCast" -> followers.voted((VoteCast) event);
                case "RequestDecided" -> followers.decided((RequestDecided) event);
                case "RequestRevised" -> followers.revised((RequestRevised) event);
                case "RequestEscalated" -> followers.escalated((RequestEscalated) event);
                default -> {}
            }
        }));
        return followers;
    }

    // people

    /** A person with the roles of the directory and everything that a decider may do. */
    public Actor human(String name) {
        Set<String> roles = people.byId(name).map(person -> person.roles()).orElse(Set.of());
        return new Actor(
                name,
                name,
                Actor.Kind.HUMAN,
                name,
                roles,
                Set.of(Scopes.APPROVALS_READ, Scopes.APPROVALS_WRITE, Scopes.WORKFLOWS_EXECUTE),
                SESSION,
                people.byId(name).map(person -> person.organizations()).orElse(List.of()));
    }

    public Actor admin(String name) {
        return new Actor(
                name, name, Actor.Kind.HUMAN, name, Set.of("soc-admin"), Set.of(Scopes.ADMIN), SESSION, List.of());
    }

    public Actor agentOf(String owner) {
        return new Actor(
                owner,
                owner,
                Actor.Kind.AGENT,
                "triage-agent",
                Set.of(),
                Set.of(Scopes.WORKFLOWS_EXECUTE, Scopes.APPROVALS_WRITE),
                Credential.of(Credential.Kind.API_KEY, UUID.randomUUID().toString()),
                List.of());
    }

    // asking

    public ApprovalRequestSpec.Builder toBlock(String requester) {
        return ApprovalRequestSpec.workflow(UUID.randomUUID(), "Block IP", 3, "c0de", human(requester))
                .arguments(Map.of(
                        "indicator",
                        Map.of("type", "ip", "value", "203.0.113.9"),
                        "parameters",
                        Map.of("ttl", 60),
                        "alert",
                        Map.of("id", "A-1")))
                .effect("class BlockIp {}")
                .reason("beaconing")
                .riskLevel(RiskLevel.MEDIUM);
    }

    public UUID ask(ApprovalRequestSpec.Builder builder) {
        return tables.transaction(() -> approvals.ask(builder.build())).id();
    }

    public UUID askedBy(String requester, Rule rule) {
        return ask(toBlock(requester).rule(rule));
    }

    public static Rule multi(int people, String... roles) {
        return Rule.multi(people, Arrays.asList(roles));
    }

    public static Rule emergency() {
        return new Rule(ApprovalType.EMERGENCY, List.of(), null, 1, List.of(), null);
    }

    /** As if it had been asked before there were agreement documents. */
    public int forgetAgreement(UUID id) {
        return tables.entities()
                .createQuery("update RequestRow r set r.agreementSha256 = null, r.termsSha256 = null where r.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** The operator's word about a tool. */
    public void catalogued(String tool, RiskLevel risk, Rule rule) {
        in(() -> {
            CatalogueRow row = new CatalogueRow();
            row.id = UUID.randomUUID();
            row.createdAt = clock.instant();
            row.fill(new CatalogueDraft(tool, null, risk, rule, null, null), clock.instant());
            tables.entities().persist(row);
            return row;
        });
    }

    // deciding

    public RequestView approve(UUID id, String name) {
        return decide(id, Verdict.APPROVE, null, null, human(name));
    }

    /** Approves what is there at this moment, with its digest. */
    public RequestView approveSeen(UUID id, String name) {
        return decide(id, Verdict.APPROVE, null, see(id).argumentsSha256(), human(name));
    }

    public RequestView reject(UUID id, String name, String why) {
        return decide(id, Verdict.REJECT, why, null, human(name));
    }

    public RequestView decide(UUID id, Verdict verdict, String comment, String digest, Actor by) {
        return attempt(() -> approvals.decide(id, verdict, comment, digest, by, Channel.REST));
    }

    /** By a click in Slack. */
    public RequestView decideAs(String name, UUID id, String digest) {
        return approvals.decideAs(
                people.byId(name).orElseThrow(),
                id,
                Verdict.APPROVE,
                null,
                digest,
                Channel.SLACK,
                Credential.of(Credential.Kind.SLACK, "U" + name));
    }

    public RequestView byToken(UUID id, String token, Verdict verdict, String comment) {
        return attempt(() -> approvals.decideByToken(id, token, verdict, comment, "192.0.2.1"));
    }

    /** The door brings its own transaction in the container; here the work is wrapped. */
    private RequestView attempt(Supplier<RequestView> work) {
        return tables.transaction(work);
    }

    public String token(UUID id, String person) {
        return in(() -> approvals.mintPersonalToken(id, person));
    }

    // looking

    public RequestView see(UUID id) {
        return in(() -> approvals.show(id));
    }

    public RequestView see(UUID id, Actor viewer) {
        return in(() -> approvals.get(id, viewer));
    }

    public Page<RequestView> list(RequestQuery query, Actor viewer) {
        return in(() -> approvals.list(query, viewer, PageRequest.first()));
    }

    public RequestCounts figures(Actor viewer) {
        return in(() -> counting().figures(viewer));
    }

    /** How the latest requests ended that the viewer may see. */
    public Map<Status, Long> endings(Actor viewer, int latest) {
        return in(() -> counting().endings(OrganizationScope.of(viewer), latest));
    }

    private RequestStatistics counting() {
        return new RequestStatistics(new Database(tables.entities()), clock);
    }

    public Optional<TokenPage> page(UUID id, String token) {
        return in(() -> approvals.tokenPage(id, token));
    }

    public <T> T in(Supplier<T> work) {
        return tables.transaction(work);
    }

    // time

    public void pass(Duration time) {
        clock.pass(time);
    }

    /** Long enough for what happens together to be told together; answers how often there was something to tell. */
    public int passAMoment() {
        List<Runnable> due = List.copyOf(moment);
        moment.clear();
        due.forEach(task -> in(() -> {
            task.run();
            return null;
        }));
        return due.size();
    }

    /** What the timer does every second. */
    public void sweep() {
        in(() -> sweep.expire(100));
        in(() -> sweep.remind(100));
    }

    /** Whether nobody has the request's row locked at this moment. */
    boolean isUnlocked(UUID id) {
        try {
            tables.transaction(() -> tables.entities()
                    .find(
                            RequestRow.class,
                            id,
                            LockModeType.PESSIMISTIC_WRITE,
                            Map.of("jakarta.persistence.lock.timeout", 0)));
            return true;
        } catch (PessimisticLockException | LockTimeoutException locked) {
            return false;
        }
    }

    @Override
    public void close() {
        tables.close();
    }

    /** Holds the thread until somebody has begun to wait for a decision so many times. */
    public void untilWaitedFor(int times) {
        while (committing.waits.get() < times) {
            Thread.onSpinWait();
        }
    }
}
