package io.countersign.notify;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Everything about notifying that an operator can set, read once at start.
 *
 * @param notifiers the ways that are switched on; the callback of a tool approval needs no switch
 * @param defaultPlace the Slack channel for requests that name none
 * @param baseUrl where people reach this server
 */
record NotifySettings(
        Set<Notifier> notifiers,
        @Nullable String defaultPlace,
        URI baseUrl,
        @Nullable String slackBotToken,
        @Nullable String slackSigningSecret,
        @Nullable String slackAppToken,
        URI slackBaseUrl,
        @Nullable URI teamsWebhook,
        @Nullable String teamsCallbackSecret,
        Smtp smtp) {

    /** The mail server. TLS is asked for with {@code starttls} or {@code tls}. */
    record Smtp(
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

    static NotifySettings of(Config config) {
        return new NotifySettings(
                notifiers(text(config, "approval.notifier").orElse("none")),
                text(config, "approval.default.channel").orElse(null),
                uri(config, "countersign.base.url").orElse(URI.create("http://127.0.0.1:8080")),
                text(config, "slack.bot.token").orElse(null),
                text(config, "slack.signing.secret").orElse(null),
                text(config, "slack.app.token").orElse(null),
                uri(config, "slack.base.url").orElse(URI.create("https://slack.com")),
                uri(config, "teams.webhook.url").orElse(null),
                text(config, "teams.callback.secret").orElse(null),
                smtp(config));
    }

    boolean on(Notifier notifier) {
        return notifiers.contains(notifier);
    }

    /** A page of this server, as its users reach it. */
    URI page(String path) {
        return URI.create(withoutSlash(baseUrl) + path);
    }

    /** A method of Slack's API; the base may or may not already end in {@code /api}. */
    URI slackMethod(String method) {
        String base = withoutSlash(slackBaseUrl);
        return URI.create(base + (base.endsWith("/api") ? "/" : "/api/") + method);
    }

    /** What is switched on but cannot work as set, in sentences for the log. */
    List<String> warnings() {
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

    private static Set<Notifier> notifiers(String words) {
        Set<String> wanted = Arrays.stream(words.split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !word.equals("none"))
                .collect(Collectors.toSet());
        Set<Notifier> found = EnumSet.noneOf(Notifier.class);
        for (Notifier notifier : EnumSet.of(Notifier.SLACK, Notifier.TEAMS, Notifier.EMAIL)) {
            if (wanted.remove(notifier.word())) {
                found.add(notifier);
            }
        }
        if (!wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    "APPROVAL_NOTIFIER knows none, slack, teams and email, but not " + String.join(", ", wanted));
        }
        return Set.copyOf(found);
    }

    private static Smtp smtp(Config config) {
        return new Smtp(
                text(config, "smtp.host").orElse("127.0.0.1"),
                config.getOptionalValue("smtp.port", Integer.class).orElse(25),
                text(config, "smtp.from").orElse("countersign@localhost"),
                text(config, "smtp.security").orElse("none"),
                text(config, "smtp.user").orElse(null),
                text(config, "smtp.password").orElse(null));
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<URI> uri(Config config, String name) {
        return text(config, name).map(text -> {
            URI uri = URI.create(text);
            String scheme = uri.getScheme();
            if (uri.getHost() == null || scheme == null || !scheme.matches("(?i)https?")) {
                throw new IllegalArgumentException(
                        name.toUpperCase(Locale.ROOT).replace('.', '_') + " must be a full http(s) URL");
            }
            return uri;
        });
    }

    private static String withoutSlash(URI uri) {
        return uri.toString().replaceAll("/+$", "");
    }
}
