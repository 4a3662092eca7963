package io.countersign.notify.slack;

import io.countersign.approvals.Approvals;
import io.countersign.approvals.Channel;
import io.countersign.approvals.Verdict;
import io.countersign.audit.Audit;
import io.countersign.audit.AuditEntry;
import io.countersign.kernel.Refusal;
import io.countersign.notify.content.NotificationText;
import io.countersign.notify.delivery.HttpSender;
import io.countersign.notify.delivery.NotifySettings;
import io.countersign.security.Credential;
import io.countersign.security.Directory;
import io.countersign.security.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A click becomes the decision of the person behind the Slack account, or a refusal that only the clicker sees. */
@ApplicationScoped
public class SlackDecisions {
    private static final System.Logger LOG = System.getLogger(SlackDecisions.class.getName());
    private static final String NO_REASON = "Rejected in Slack; no reason was typed";

    private final Approvals approvals;
    private final Directory directory;
    private final Audit audit;
    private final NotifySettings settings;
    private final HttpSender http;

    @Inject
    public SlackDecisions(
            Approvals approvals, Directory directory, Audit audit, NotifySettings settings, HttpSender http) {
        this.approvals = approvals;
        this.directory = directory;
        this.audit = audit;
        this.settings = settings;
        this.http = http;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected SlackDecisions() {
        this(null, null, null, null, null);
    }

    /**
     * Takes an interaction whose origin is proven, whichever way it came.
     *
     * @return empty when the decision stands, or when it was none; else the message for the clicker alone, who has been
     *     sent it
     */
    public Optional<String> take(String payload) {
        return SlackClick.read(payload).flatMap(this::decide);
    }

    /** For a way in on which nobody waits for an answer: the clicker hears of a failure too. */
    void takeWithoutAnswer(String payload) {
        try {
            take(payload);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A click in Slack could not be handled", e);
            SlackClick.read(payload)
                    .ifPresent(click -> tell(click, "Not counted: something went wrong here. Please try again."));
        }
    }

    private Optional<String> decide(SlackClick click) {
        Optional<Person> person = directory.bySlackUserId(click.userId());
        if (person.isEmpty()) {
            refused(click, "unmapped");
            return Optional.of(
                    tell(
                            click,
                            "Your Slack account is not linked to a Countersign user: ask an administrator to set slack_user_id."));
        }
        try {
            decide(click, person.get());
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(tell(click, "Not counted: " + e.getMessage()));
        }
    }

    private void decide(SlackClick click, Person person) {
        String comment = click.comment();
        if (click.verdict() == Verdict.REJECT && (comment == null || comment.isBlank())) {
            comment = NO_REASON;
        }
        approvals.decideAs(
                person,
                click.requestId(),
                click.verdict(),
                comment,
                click.digest(),
                Channel.SLACK,
                Credential.of(Credential.Kind.SLACK, person.slackUserId()));
    }

    private void refused(SlackClick click, String reason) {
        audit.recordAlone(AuditEntry.of(
                "slack:" + click.userId(),
                "approval.decision_refused",
                "approval",
                click.requestId(),
                Map.of("channel", "slack", "reason", reason)));
    }

    /** Slack reads the answer of some clicks and not of others, so the message also goes where it always looks. */
    private String tell(SlackClick click, String sentence) {
        JsonObject message = Json.createObjectBuilder()
                .add("response_type", "ephemeral")
                .add("replace_original", false)
                .add("text", NotificationText.slack(sentence))
                .build();
        URI answerTo = click.responseUrl();
        try {
            if (isSlack(answerTo)) {
                http.post(Objects.requireNonNull(answerTo), Map.of(), message.toString());
            } else if (click.channel() != null) {
                new SlackApi(http, settings)
                        .call(
                                "chat.postEphemeral",
                                Json.createObjectBuilder()
                                        .add("channel", click.channel())
                                        .add("user", click.userId())
                                        .add("text", NotificationText.slack(sentence))
                                        .build());
            }
        } catch (IOException e) {
            // the clicker still sees in the message itself that nothing changed
            LOG.log(System.Logger.Level.INFO, "Slack did not take an ephemeral message: {0}", e.getMessage());
        }
        return message.toString();
    }

    /** The address came from outside: it is used only where Slack itself, or its configured double, would answer. */
    private boolean isSlack(@Nullable URI uri) {
        if (uri == null || uri.getHost() == null) {
            return false;
        }
        URI base = settings.slackBaseUrl();
        boolean hooks = "https".equals(uri.getScheme()) && "hooks.slack.com".equals(uri.getHost());
        boolean configured = uri.getHost().equals(base.getHost())
                && uri.getPort() == base.getPort()
                && Objects.equals(uri.getScheme(), base.getScheme());
        return hooks || configured;
    }
}
