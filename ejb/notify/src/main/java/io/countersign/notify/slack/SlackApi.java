package io.countersign.notify.slack;

import io.countersign.kernel.ForeignJson;
import io.countersign.notify.delivery.DeliveryResult;
import io.countersign.notify.delivery.HttpRefusal;
import io.countersign.notify.delivery.HttpSender;
import io.countersign.notify.delivery.NotifySettings;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The few methods of Slack's web API that we use. */
final class SlackApi {
    /** Answers that another try will not change until somebody repairs something. */
    private static final Set<String> LASTING = Set.of(
            "account_inactive",
            "cant_update_message",
            "channel_not_found",
            "edit_window_closed",
            "invalid_arg_name",
            "invalid_arguments",
            "invalid_auth",
            "invalid_blocks",
            "invalid_blocks_format",
            "is_archived",
            "message_not_found",
            "missing_scope",
            "msg_blocks_too_long",
            "msg_too_long",
            "no_permission",
            "no_text",
            "not_authed",
            "not_in_channel",
            "restricted_action",
            "token_expired",
            "token_revoked",
            "user_not_found");

    private final HttpSender http;
    private final NotifySettings settings;

    SlackApi(HttpSender http, NotifySettings settings) {
        this.http = http;
        this.settings = settings;
    }

    DeliveryResult call(String method, JsonObject message) {
        String token = settings.slackBotToken();
        if (token == null) {
            return new DeliveryResult.PermanentFailure("SLACK_BOT_TOKEN is not set");
        }
        try {
            HttpSender.Reply reply = http.post(
                    settings.slackMethod(method), Map.of("Authorization", "Bearer " + token), message.toString());
            return reply.ok() ? understood(reply) : HttpRefusal.of("Slack", reply.status(), reply.retryAfter());
        } catch (IOException e) {
            return DeliveryResult.Failed.unreachable("Slack: " + e.getMessage());
        }
    }

    private static DeliveryResult understood(HttpSender.Reply reply) {
        ForeignJson answer = ForeignJson.read(reply.body()).orElse(null);
        if (answer == null) {
            return new DeliveryResult.Failed("Slack answered something that is not JSON", null);
        }
        if (answer.isTrue("ok")) {
            return new DeliveryResult.Delivered(answer.text("channel"), answer.text("ts"));
        }
        String said = answer.text("error");
        String error = said == null ? "" : said.replaceAll("[^a-z0-9_]", "");
        return LASTING.contains(error)
                ? new DeliveryResult.PermanentFailure("Slack says " + error)
                : new DeliveryResult.Failed("Slack says " + error, reply.retryAfter());
    }
}
