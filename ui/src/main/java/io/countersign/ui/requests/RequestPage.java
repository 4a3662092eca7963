package io.countersign.ui.requests;

import io.countersign.approvals.AgreementDocument;
import io.countersign.approvals.AgreementView;
import io.countersign.approvals.Approvals;
import io.countersign.approvals.Kind;
import io.countersign.approvals.RequestView;
import io.countersign.approvals.Status;
import io.countersign.execution.DryRunReport;
import io.countersign.execution.Run;
import io.countersign.execution.Runs;
import io.countersign.kernel.VisibleText;
import io.countersign.security.Actor;
import io.countersign.security.CurrentUser;
import io.countersign.security.Directory;
import io.countersign.security.DirectoryFreshness;
import io.countersign.security.Scopes;
import io.countersign.ui.DryRunResults;
import io.countersign.ui.PageJson;
import io.countersign.ui.PageLayout;
import io.countersign.ui.PageRequests;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request from top to bottom: the sentence, the effect, the evidence, the inputs, what happened so far, the decision. */
@Named
@RequestScoped
public class RequestPage {

    private static final int NAMES_SHOWN = 5;
    private static final String NETWORK_CALLS = "Network calls in this code";

    @Inject
    Approvals approvals;

    @Inject
    Runs runs;

    @Inject
    PolicyChangeAsked policyChangeAsked;

    @Inject
    DryRunResults rehearsals;

    @Inject
    Directory directory;

    @Inject
    CurrentUser currentUser;

    @Inject
    PageLayout frame;

    @Inject
    Clock clock;

    @Inject
    PageJson json;

    @Inject
    HttpServletRequest request;

    private @Nullable RequestView view;
    private @Nullable Run run;
    private @Nullable AgreementView agreement;
    private @Nullable DryRunReport rehearsal;
    private PolicyChangeAsked.@Nullable Shown policyChange;

    /** Reads the request that the address names. */
    public void open() {
        Actor actor = currentUser.actor();
        RequestView found = approvals.get(PageRequests.idInPath(request, "request"), actor);
        view = found;
        if (found.runUuid() != null && actor.hasScope(Scopes.WORKFLOWS_READ)) {
            run = runs.get(found.runUuid(), actor);
        }
        rehearsal = frame.isPart() ? null : rehearsals.take(found.uuid());
        agreement = approvals.agreement(found.uuid(), actor);
        policyChange = found.status() == Status.PENDING ? policyChangeAsked.of(found, actor) : null;
    }

    /** The request. */
    public RequestView getView() {
        if (view == null) {
            throw new IllegalStateException("the page was not opened");
        }
        return view;
    }

    /** The run that it led to, if any and if the viewer may see it. */
    public @Nullable Run getRun() {
        return run;
    }

    public Sentence getSentence() {
        return Sentence.of(getView());
    }

    /** Who may still decide: the first names, and how many more there are; empty once the request has ended. */
    public String getWaitingFor() {
        if (getView().status() != Status.PENDING) {
            return "";
        }
        List<String> names = approvals.eligibleNames(getView().uuid(), currentUser.actor());
        String shown = String.join(", ", names.subList(0, Math.min(names.size(), NAMES_SHOWN)));
        return names.size() <= NAMES_SHOWN ? shown : shown + " and " + (names.size() - NAMES_SHOWN) + " more";
    }

    public AgreementProgress getTally() {
        return AgreementProgress.of(getView());
    }

    public RequestLine getRow() {
        return RequestLine.of(getView(), clock.instant());
    }

    public List<TimelineEntry> getTimeline() {
        return TimelineEntry.timeline(getView(), run);
    }

    /** All that is agreed to, beside what was agreed to last. */
    public AgreementView getAgreement() {
        if (agreement == null) {
            throw new IllegalStateException("the page was not opened");
        }
        return agreement;
    }

    /** The entries that answer one question, named as {@link AgreementDocument.Part}, without code. */
    public List<AgreementDocument.Entry> part(String name) {
        return getAgreement().document().of(AgreementDocument.Part.valueOf(name)).stream()
                .filter(entry -> entry.form() != AgreementDocument.Form.CODE)
                .filter(entry -> !entry.label().equals(NETWORK_CALLS))
                .toList();
    }

    /** The code, or the request in words, in full. */
    public List<AgreementDocument.Entry> getCode() {
        return getAgreement().document().entries().stream()
                .filter(entry -> entry.form() == AgreementDocument.Form.CODE)
                .toList();
    }

    /** What a request to change a policy would change; null for every other one. */
    public PolicyChangeAsked.@Nullable Shown getPolicyChange() {
        return policyChange;
    }

    /** What the rehearsal gave that was just asked for; null when none was. */
    public @Nullable DryRunReport getRehearsal() {
        return rehearsal;
    }

    /** Whether nothing has been decided yet and time is left. */
    public boolean isPending() {
        return getView().status() == Status.PENDING;
    }

    /** Whether something more will happen to it soon: the page then keeps itself up to date. */
    public boolean isMoving() {
        return isPending()
                || getView().status() == Status.APPROVED
                        && (run == null || !run.status().terminal());
    }

    /** Why this viewer cannot decide a pending request; empty when they can. */
    public String getWhyNot() {
        if (!isPending() || getView().decidable()) {
            return "";
        }
        return IneligibilityReason.words(getView());
    }

    /** Whether this viewer may withdraw it. */
    public boolean isMayCancel() {
        Actor actor = currentUser.actor();
        return isPending() && approvals.mayCancel(getView(), actor);
    }

    /** Whether this viewer may change its inputs before it is decided. */
    public boolean isMayRevise() {
        return isPending() && getView().kind() != Kind.CHANGE && (getView().decidable() || isMayCancel());
    }

    /** Whether the review of an emergency approval is open to this viewer. */
    public boolean isMayReview() {
        return approvals.mayReview(getView().uuid(), currentUser.actor());
    }

    /** Whether a person may rehearse what would run. */
    public boolean isMayRehearse() {
        return isPending() && getView().kind() == Kind.WORKFLOW && runs.mayTest(currentUser.actor());
    }

    public String getParametersText() {
        return VisibleText.inJson(json.of(getView().parameters()));
    }

    /** One part of the indicator; empty when it is not given. */
    public String indicator(String part) {
        Map<String, Object> indicator = getView().indicator();
        Object value = indicator == null ? null : indicator.get(part);
        return value == null ? "" : value.toString();
    }

    /** How old the knowledge of who may decide is, when Keycloak did not answer lately; null when it is fresh. */
    public @Nullable DirectoryFreshness getOldKnowledge() {
        DirectoryFreshness freshness = directory.knowledge();
        return freshness.configured() && !freshness.current() ? freshness : null;
    }

    /** What the code would reach: its requests, the integrations it calls, the secrets it reads. */
    public List<ReachLine> getReaches() {
        return getAgreement()
                .document()
                .find(AgreementDocument.Part.WHAT_RUNS, NETWORK_CALLS)
                .map(entry -> ReachLine.all(entry.lines()))
                .orElse(List.of());
    }
}
