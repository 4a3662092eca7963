package io.countersign.workflows;

import io.countersign.kernel.CanonicalJson;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The language model behind {@code ANTHROPIC_API_KEY}: a conversation in, a text out. */
final class LanguageModel {
    private static final System.Logger LOG = System.getLogger(LanguageModel.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static final int LONGEST_ANSWER_TOKENS = 8000;

    /** One turn of the conversation; role {@code user} or {@code assistant}. */
    record Turn(String role, String content) {}

    private final URI messages;
    private final String key;
    private final String name;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private LanguageModel(URI messages, String key, String name) {
        this.messages = messages;
        this.key = key;
        this.name = name;
    }

    /** The configured model; 503 NOT_CONFIGURED when there is no key. */
    static LanguageModel of(AuthoringSettings settings) {
        String key = settings.modelKey()
                .orElseThrow(() -> Refusal.of(
                        ErrorCode.NOT_CONFIGURED, "Generating scripts needs ANTHROPIC_API_KEY on the server"));
        String base = settings.modelUrl().toString();
        String path = base.endsWith("/v1") ? "/messages" : "/v1/messages";
        return new LanguageModel(URI.create(base + path), key, settings.model());
    }

    /** The model's answer; 502 UPSTREAM_FAILED when there is none. */
    String answer(String system, List<Turn> conversation) {
        List<Map<String, String>> turns = conversation.stream()
                .map(turn -> Map.of("role", turn.role(), "content", turn.content()))
                .toList();
        String body = CanonicalJson.of(
                Map.of("model", name, "max_tokens", LONGEST_ANSWER_TOKENS, "system", system, "messages", turns));
        HttpRequest request = HttpRequest.newBuilder(messages)
                .timeout(TIMEOUT)
                .header("content-type", "application/json")
                .header("x-api-key", key)
                .header("anthropic-version", "2023-06-01")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw failed("The model answered " + response.statusCode());
            }
            return text(response.body());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The model at " + messages.getHost() + " did not answer", e);
            throw failed("The model did not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("The wait for the model was interrupted");
        }
    }

    private static String text(String body) {
        StringBuilder text = new StringBuilder();
        try {
            if (CanonicalJson.parseObject(body).get("content") instanceof List<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Map<?, ?> map && map.get("text") instanceof String piece) {
                        text.append(piece);
                    }
                }
            }
        } catch (IllegalArgumentException noJson) {
            throw failed("The model's answer is not JSON");
        }
        if (text.isEmpty()) {
            throw failed("The model's answer holds no text");
        }
        return text.toString();
    }

    private static Refusal failed(String message) {
        return Refusal.of(ErrorCode.UPSTREAM_FAILED, message);
    }
}
