package io.countersign.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The REST API as a stranger uses it: over HTTP, with JSON, with one key. */
record Api(String base, String key) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** An answer, whatever it is. */
    record Answer(int status, HttpHeaders headers, String text) {
        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        }

        JsonObject data() {
            return json().getJsonObject("data");
        }

        String errorCode() {
            return json().getJsonObject("error").getString("code");
        }

        JsonObject details() {
            return json().getJsonObject("error").getJsonObject("details");
        }

        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        /** The same answer, or a failure that shows it. */
        Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + ", but was " + status + ": " + text);
            }
            return this;
        }

        Answer refused(int wanted, String code) {
            expect(wanted);
            if (!errorCode().equals(code)) {
                throw new AssertionError("expected " + code + ", but was: " + text);
            }
            return this;
        }
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, String json) {
        return send("POST", path, json, Map.of());
    }

    Answer post(String path, String json, Map<String, String> headers) {
        return send("POST", path, json, headers);
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, json, Map.of());
    }

    Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    Answer form(String path, String form) {
        return send("POST", path, form, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    Answer send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(90))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Api as(String otherKey) {
        return new Api(base, otherKey);
    }

    static String string(String text) {
        return Json.createValue(text).toString();
    }

    static boolean isNull(JsonObject object, String name) {
        return object.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL;
    }
}
