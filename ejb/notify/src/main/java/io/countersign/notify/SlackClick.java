package io.countersign.notify;

import io.countersign.approvals.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A click on one of our buttons.
 *
 * @param userId who clicked, in Slack's words
 * @param digest what the message showed; null when the button did not say
 * @param channel where the message is; null when Slack does not say
 * @param responseUrl where Slack takes an answer for this click alone
 */
record SlackClick(
        String userId,
        UUID requestId,
        Verdict verdict,
        @Nullable String digest,
        @Nullable String comment,
        @Nullable String channel,
        @Nullable URI responseUrl) {
    private static final Pattern ACTION = Pattern.compile("(approve|reject):([0-9a-fA-F-]{36})");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Empty when it is another interaction than a decision: the button that opens the page, say. */
    static Optional<SlackClick> read(String payload) {
        try (JsonReader reader = Json.createReader(new StringReader(payload))) {
            return read(reader.readObject());
        } catch (JsonException | ClassCastException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<SlackClick> read(JsonObject payload) {
        String user = string(payload, "user", "id");
        if (user == null || !payload.containsKey("actions")) {
            return Optional.empty();
        }
        for (JsonValue value : payload.getJsonArray("actions")) {
            JsonObject action = value.asJsonObject();
            Matcher matcher = ACTION.matcher(action.getString("action_id", ""));
            if (matcher.matches()) {
                return Optional.of(click(payload, user, action, matcher));
            }
        }
        return Optional.empty();
    }

    private static SlackClick click(JsonObject payload, String user, JsonObject action, Matcher matcher) {
        UUID request = UUID.fromString(matcher.group(2));
        String value = action.getString("value", "");
        String container = string(payload, "container", "channel_id");
        String url = string(payload, "response_url");
        return new SlackClick(
                user,
                request,
                matcher.group(1).equals("approve") ? Verdict.APPROVE : Verdict.REJECT,
                DIGEST.matcher(value).matches() ? value : null,
                string(payload, "state", "values", "comment:" + request, "comment", "value"),
                container != null ? container : string(payload, "channel", "id"),
                url == null ? null : URI.create(url));
    }

    private static @Nullable String string(JsonObject from, String... path) {
        JsonValue value = from;
        for (String name : path) {
            value = value instanceof JsonObject object ? object.get(name) : null;
        }
        return value instanceof JsonString string ? string.getString() : null;
    }
}
