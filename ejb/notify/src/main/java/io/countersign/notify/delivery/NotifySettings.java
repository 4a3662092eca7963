package io.countersign.notify.delivery;

import io.countersign.kernel.settings.Setting;
import io.countersign.kernel.settings.SettingSource;
import io.countersign.kernel.settings.Settings;
import io.countersign.notify.Notifier;
import io.countersign.security.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything about notifying that an operator can set, read once at start. */
@ApplicationScoped
public class NotifySettings extends Settings {

    public static final Setting<List<String>> NOTIFIER = Setting.wordsOf(
            "APPROVAL_NOTIFIER",
            "none",
            Stream.concat(Stream.of("none"), Notifier.configurable().stream().map(Notifier::word))
                    .toList(),
            "how people are told of requests");
    public static final Setting<String> DEFAULT_CHANNEL =
            Setting.text("APPROVAL_DEFAULT_CHANNEL", null, "the Slack channel of requests that name none");
    public static final Setting<String> SLACK_BOT_TOKEN =
            Setting.secret("SLACK_BOT_TOKEN", "Slack: by which messages are sent");
    public static final Setting<String> SLACK_SIGNING_SECRET =
            Setting.secret("SLACK_SIGNING_SECRET", "Slack: with it clicks come in over HTTP");
    public static final Setting<String> SLACK_APP_TOKEN =
            Setting.secret("SLACK_APP_TOKEN", "Slack: with it clicks come in over Socket Mode");
    public static final Setting<URI> SLACK_BASE_URL =
            Setting.address("SLACK_BASE_URL", "https://slack.com", "Slack: where its API is");
    public static final Setting<URI> TEAMS_WEBHOOK = Setting.address(
                    "TEAMS_WEBHOOK_URL", null, "Teams: where cards are posted")
            .hidden();
    public static final Setting<String> TEAMS_CALLBACK_SECRET =
            Setting.secret("TEAMS_CALLBACK_SECRET", "Teams: with it answers are taken");
    public static final Setting<String> SMTP_HOST = Setting.text("SMTP_HOST", "127.0.0.1", "mail server");
    public static final Setting<Integer> SMTP_PORT = Setting.number("SMTP_PORT", 25, 1, 65_535, "its port");
    public static final Setting<String> SMTP_FROM =
            Setting.text("SMTP_FROM", "countersign@localhost", "sender of mails");
    public static final Setting<String> SMTP_SECURITY =
            Setting.word("SMTP_SECURITY", "none", List.of("none", "starttls", "tls"), "TLS to the mail server");
    public static final Setting<String> SMTP_USER = Setting.text("SMTP_USER", null, "name at the mail server");
    public static final Setting<String> SMTP_PASSWORD = Setting.secret("SMTP_PASSWORD", "password there");

    private final Set<Notifier> notifiers;
    private final @Nullable String defaultPlace;
    private final URI baseUrl;
    private final @Nullable String slackBotToken;
    private final @Nullable String slackSigningSecret;
    private final @Nullable String slackAppToken;
    private final URI slackBaseUrl;
    private final @Nullable URI teamsWebhook;
    private final @Nullable String teamsCallbackSecret;
    private final Smtp smtp;

    /** The mail server. TLS is asked for with {@code starttls} or {@code tls}. */
    public record Smtp(
            String host,
            int port,
            String from,
            String security,
            @Nullable String user,
            @Nullable String password) {
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + ", " + security + "]";
        }
    }

    public NotifySettings() {
        this(SettingSource.ofServer());
    }

    public NotifySettings(SettingSource source) {
        super(source);
        List<String> words = value(NOTIFIER);
        notifiers = Notifier.configurable().stream()
                .filter(notifier -> words.contains(notifier.word()))
                .collect(Collectors.toUnmodifiableSet());
        defaultPlace = optional(DEFAULT_CHANNEL).orElse(null);
        baseUrl = value(WebSettings.BASE_URL);
        slackBotToken = optional(SLACK_BOT_TOKEN).orElse(null);
        slackSigningSecret = optional(SLACK_SIGNING_SECRET).orElse(null);
        slackAppToken = optional(SLACK_APP_TOKEN).orElse(null);
        slackBaseUrl = value(SLACK_BASE_URL);
        teamsWebhook = optional(TEAMS_WEBHOOK).orElse(null);
        teamsCallbackSecret = optional(TEAMS_CALLBACK_SECRET).orElse(null);
        smtp = new Smtp(
                value(SMTP_HOST),
                value(SMTP_PORT),
                value(SMTP_FROM),
                value(SMTP_SECURITY),
                optional(SMTP_USER).orElse(null),
                optional(SMTP_PASSWORD).orElse(null));
    }

    @Override
    public List<Setting<?>> all() {
        return List.of(
                NOTIFIER,
                DEFAULT_CHANNEL,
                SLACK_BOT_TOKEN,
                SLACK_SIGNING_SECRET,
                SLACK_APP_TOKEN,
                SLACK_BASE_URL,
                TEAMS_WEBHOOK,
                TEAMS_CALLBACK_SECRET,
                SMTP_HOST,
                SMTP_PORT,
                SMTP_FROM,
                SMTP_SECURITY,
                SMTP_USER,
                SMTP_PASSWORD);
    }

    /** The ways that are switched on; the callback of a tool approval needs no switch. */
    public Set<Notifier> notifiers() {
        return notifiers;
    }

    /** The Slack channel for requests that name none. */
    @Nullable
    public String defaultPlace() {
        return defaultPlace;
    }

    /** Where people reach this server. */
    public URI baseUrl() {
        return baseUrl;
    }

    @Nullable
    public String slackBotToken() {
        return slackBotToken;
    }

    @Nullable
    public String slackSigningSecret() {
        return slackSigningSecret;
    }

    @Nullable
    public String slackAppToken() {
        return slackAppToken;
    }

    public URI slackBaseUrl() {
        return slackBaseUrl;
    }

    @Nullable
    public URI teamsWebhook() {
        return teamsWebhook;
    }

    @Nullable
    public String teamsCallbackSecret() {
        return teamsCallbackSecret;
    }

    public Smtp smtp() {
        return smtp;
    }

    public boolean on(Notifier notifier) {
        return notifiers.contains(notifier);
    }

    /** A page of this server, as its users reach it. */
    public URI page(String path) {
        return URI.create(withoutSlash(baseUrl) + path);
    }

    /** A method of Slack's API; the base may or may not already end in {@code /api}. */
    public URI slackMethod(String method) {
        String base = withoutSlash(slackBaseUrl);
        return URI.create(base + (base.endsWith("/api") ? "/" : "/api/") + method);
    }

    /** What is switched on but cannot work as set, in sentences for the log. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (on(Notifier.SLACK) && slackBotToken == null) {
            warnings.add("APPROVAL_NOTIFIER has slack, but SLACK_BOT_TOKEN is not set: nothing can be sent");
        }
        if (on(Notifier.SLACK) && slackSigningSecret == null && slackAppToken == null) {
            warnings.add("Slack's buttons stay dead without SLACK_SIGNING_SECRET or SLACK_APP_TOKEN; links work");
        }
        if (on(Notifier.TEAMS) && teamsWebhook == null) {
            warnings.add("APPROVAL_NOTIFIER has teams, but TEAMS_WEBHOOK_URL is not set: nothing can be sent");
        }
        return warnings;
    }

    /** Secrets stay out of logs, also by accident. */
    @Override
    public String toString() {
        return "NotifySettings" + notifiers;
    }

    private static String withoutSlash(URI uri) {
        return uri.toString().replaceAll("/+$", "");
    }
}
