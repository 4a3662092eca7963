package io.countersign.sandbox.run;

import io.countersign.sandbox.HttpReply;
import io.countersign.script.HttpException;
import io.countersign.script.HttpResponse;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An answer. */
final class ScriptResponse implements HttpResponse {
    private static final JsonReaderFactory JSON = JsonProvider.provider().createReaderFactory(Map.of());

    private final HttpReply reply;
    private final Map<String, List<String>> headers;

    ScriptResponse(HttpReply reply) {
        this.reply = reply;
        Map<String, List<String>> lower = new TreeMap<>();
        reply.headers().forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        this.headers = Map.copyOf(lower);
    }

    @Override
    public int status() {
        return reply.status();
    }

    @Override
    public boolean ok() {
        return status() / 100 == 2;
    }

    @Override
    public String body() {
        return new String(reply.body(), charset());
    }

    private Charset charset() {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("charset=iso-8859-1") || type.contains("charset=\"iso-8859-1\"")
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
    }

    @Override
    public byte[] bytes() {
        return reply.body().clone();
    }

    @Override
    public JsonValue json() {
        try (JsonReader reader = JSON.createReader(new StringReader(body()))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw new HttpException("the answer (status " + status() + ") is not JSON");
        } catch (RuntimeException e) {
            throw new HttpException(
                    "the answer (status " + status() + ") is JSON that nests too deep or cannot be read");
        }
    }

    @Override
    public Optional<String> header(String name) {
        List<String> values = name == null ? null : headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    @Override
    public String url() {
        return reply.url();
    }

    @Override
    public Optional<String> cookie(String name) {
        if (name == null) {
            return Optional.empty();
        }
        String value = null;
        for (String cookie : reply.cookies()) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                value = pair.substring(equals + 1).strip();
            }
        }
        return Optional.ofNullable(value);
    }

    @Override
    public Map<String, List<String>> headers() {
        return headers;
    }
}
