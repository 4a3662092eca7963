package io.countersign.approvals.submission;

import io.countersign.approvals.ApprovalSettings;
import io.countersign.approvals.ApprovalType;
import io.countersign.approvals.IndicatorValue;
import io.countersign.approvals.RequestRevised;
import io.countersign.approvals.Revision;
import io.countersign.approvals.RuleLimits;
import io.countersign.approvals.eligibility.Visibility;
import io.countersign.approvals.json.StoredJson;
import io.countersign.approvals.request.AgreementDocuments;
import io.countersign.approvals.request.AlsoJson;
import io.countersign.approvals.request.ApprovalAudit;
import io.countersign.approvals.request.EligibleApproverSet;
import io.countersign.approvals.request.OrganizationDirectory;
import io.countersign.approvals.request.PersonLookup;
import io.countersign.approvals.request.RequestRepository;
import io.countersign.approvals.request.RequestRow;
import io.countersign.approvals.request.RequiredText;
import io.countersign.approvals.request.RevisionRow;
import io.countersign.approvals.request.StoredFacts;
import io.countersign.approvals.rules.Attainability;
import io.countersign.approvals.rules.EligibleApprovers;
import io.countersign.approvals.rules.RequestFacts;
import io.countersign.approvals.rules.Requirement;
import io.countersign.approvals.storage.ContentStore;
import io.countersign.approvals.storage.Labels;
import io.countersign.approvals.storage.Micros;
import io.countersign.approvals.view.Refusals;
import io.countersign.approvals.view.ViewedRequest;
import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.Directory;
import io.countersign.security.Scopes;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changing the inputs of a pending request: everything agreed so far was about something else, so it is dropped. */
@Dependent
public class RequestRevision {

    /** In a request's trigger context: what its approval sets off holds its arguments already and would not see new ones. */
    public static final String FIXED = "arguments_fixed";

    private final RequestRepository requests;
    private final Visibility visibility;
    private final StoredFacts facts;
    private final ContentStore texts;
    private final Directory directory;
    private final ApprovalSettings settings;
    private final ApprovalAudit trail;
    private final Clock clock;
    private final Event<RequestRevised> revised;

    @Inject
    public RequestRevision(
            RequestRepository requests,
            Visibility visibility,
            StoredFacts facts,
            ContentStore texts,
            Directory directory,
            ApprovalSettings settings,
            ApprovalAudit trail,
            Clock clock,
            Event<RequestRevised> revised) {
        this.requests = requests;
        this.visibility = visibility;
        this.facts = facts;
        this.texts = texts;
        this.directory = directory;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
        this.revised = revised;
    }

    public RequestRow revise(UUID id, Revision revision, @Nullable String ifMatch, Actor by) {
        PersonLookup approvers = PersonLookup.of(facts.designated(requests.electorsOf(id)), directory);
        RequestRow row = requests.lock(id);
        visibility.require(by, row);
        Instant now = Micros.micros(clock.instant());
        Refusals.ifOver(row, now);
        mayRevise(row, by);
        ViewedRequest.requireMatch(ifMatch, row);
        refuseIfFixed(row);
        RequiredText.require("comment", revision.comment());
        Map<String, Object> before = CanonicalJson.parseObject(row.arguments);
        Map<String, Object> after = applied(before, revision);
        List<String> diff = ArgumentsDiff.between(before, after);
        if (diff.isEmpty()) {
            throw Refusal.invalid("parameters", "nothing is different from what is there");
        }
        addParty(row, by, approvers);
        requests.add(change(row, revision.comment(), by, diff, now));
        restart(row, after);
        trail.of(by, "approval.revised", row, Map.of("revision", row.revision, "comment", revision.comment()));
        revised.fire(new RequestRevised(row.id));
        return row;
    }

    private static void mayRevise(RequestRow row, Actor by) {
        boolean decider = by.kind() == Actor.Kind.HUMAN && by.hasScope(Scopes.APPROVALS_WRITE);
        if (!decider && !by.person().equals(row.requester)) {
            throw Refusal.forbidden("not_yours", "Only the requester or somebody who may decide revises a request");
        }
    }

    /** People would agree to what they see, and something else would happen. */
    private static void refuseIfFixed(RequestRow row) {
        if (row.triggerContext != null
                && Boolean.TRUE.equals(
                        CanonicalJson.parseObject(row.triggerContext).get(FIXED))) {
            throw Refusal.conflict(row.requestNumber + " cannot be revised; cancel it and ask anew");
        }
    }

    private static Map<String, Object> applied(Map<String, Object> before, Revision revision) {
        Map<String, Object> after = new LinkedHashMap<>(before);
        if (revision.parameters() != null) {
            after.put("parameters", revision.parameters());
        }
        if (revision.indicator() != null) {
            after.put("indicator", checked(StoredJson.object(before.get("indicator")), revision.indicator()));
        }
        String tooLarge = RuleLimits.argumentsFlaw(after);
        if (tooLarge != null) {
            throw Refusal.invalid("parameters", tooLarge);
        }
        return after;
    }

    /** A revision may point at something else of the same sort; another sort is another request. */
    private static Map<String, Object> checked(@Nullable Map<String, Object> before, Map<String, Object> indicator) {
        if (before == null) {
            throw Refusal.invalid("indicator", "this request has none");
        }
        if (!(indicator.get("value") instanceof String value) || value.isBlank()) {
            throw Refusal.invalid("indicator.value", "is required");
        }
        String type = String.valueOf(before.get("type"));
        if (indicator.containsKey("type") && !type.equals(indicator.get("type"))) {
            throw Refusal.invalid("indicator.type", "must stay " + before.get("type"));
        }
        Map<String, Object> typed = new LinkedHashMap<>(indicator);
        typed.put("type", before.get("type"));
        return IndicatorValue.TYPES.contains(type) ? normal(type, value, typed) : typed;
    }

    /** As it would have been read when asked. */
    private static Map<String, Object> normal(String type, String value, Map<String, Object> indicator) {
        IndicatorValue read = IndicatorValue.read(type, value);
        if (read instanceof IndicatorValue.Flawed flawed) {
            throw Refusal.invalid("indicator.value", flawed.message());
        }
        String meant = ((IndicatorValue.Normal) read).value();
        indicator.put("value", meant);
        indicator.remove("original");
        if (!meant.equals(value)) {
            indicator.put("original", value);
        }
        return indicator;
    }

    /** The editor never counts from now on; refused when the rest cannot meet the rule. */
    private void addParty(RequestRow row, Actor by, PersonLookup approvers) {
        Set<String> parties = new TreeSet<>(StoredJson.storedStrings(row.parties));
        parties.add(by.person());
        row.parties = CanonicalJson.write(parties);
        Set<String> hands = new TreeSet<>(row.hands == null ? List.of() : StoredJson.storedStrings(row.hands));
        hands.addAll(NewRequest.hands(by));
        row.hands = CanonicalJson.write(hands);
        RequestFacts seen = facts.of(row);
        Predicate<String> party = seen::isParty;
        OrganizationDirectory people = new OrganizationDirectory(directory, row, approvers);
        boolean channel =
                EligibleApprovers.channelCounts(seen, settings.linksDecide()) && settings.reaches(row.channel);
        List<Attainability.Gap> gaps = Stream.concat(
                        Stream.of(seen.rule()), seen.also().stream().map(Requirement::rule))
                .flatMap(rule -> Attainability.gaps(rule, party, people, channel).stream())
                .distinct()
                .toList();
        if (!gaps.isEmpty()) {
            throw Refusal.invalid(gaps.stream()
                    .map(gap -> new FieldError(gap.field(), gap.message()))
                    .toList());
        }
        List<AlsoJson.Also> also = AlsoJson.read(row.also).stream()
                .map(one -> new AlsoJson.Also(one.stated(), without(party, one.judged())))
                .toList();
        row.also = AlsoJson.write(also);
        Requirement own = without(party, new Requirement(seen.rule(), seen.electorate()));
        if (own.rule().type() == ApprovalType.UNANIMOUS || !also.isEmpty()) {
            row.electorsSha256 = texts.keep(EligibleApproverSet.of(own.rule(), own.electorate())
                    .and(also.stream().map(AlsoJson.Also::judged).toList())
                    .with(seen.widenedRoles())
                    .write());
        }
    }

    /** Where everybody has to agree: everybody else. */
    private static Requirement without(Predicate<String> party, Requirement requirement) {
        if (requirement.rule().type() != ApprovalType.UNANIMOUS) {
            return requirement;
        }
        Set<String> electorate = new TreeSet<>(requirement.electorate());
        electorate.removeIf(party);
        if (electorate.isEmpty()) {
            throw Refusal.invalid("approvers", "nobody would be left to agree");
        }
        return new Requirement(requirement.rule(), electorate);
    }

    private static RevisionRow change(RequestRow row, String comment, Actor by, List<String> diff, Instant now) {
        RevisionRow change = new RevisionRow();
        change.requestUuid = row.id;
        change.number = row.revision + 1;
        change.editor = by.person();
        change.editorName = Labels.unlessSame(by.person(), by.userName());
        change.comment = comment;
        change.revisedAt = now;
        change.diff = CanonicalJson.write(diff);
        change.argumentsBefore = row.arguments;
        return change;
    }

    private void restart(RequestRow row, Map<String, Object> after) {
        row.revision++;
        row.approvalsGiven = 0;
        row.rejectionsGiven = 0;
        row.arguments = CanonicalJson.write(after);
        row.argumentsSha256 = CanonicalJson.sha256OfText(row.arguments);
        row.agreementSha256 = AgreementDocuments.of(row, texts).sha256();
    }
}
