package io.countersign.script;

import java.time.Duration;
import java.util.Map;

/** A request being put together; every setter returns this same request. Nothing leaves before {@link #send()}. */
public interface HttpRequest {

    /** Adds a header; {@code Host}, {@code Content-Length} and {@code Transfer-Encoding} are set by the client alone. */
    HttpRequest header(String name, String value);

    /** Adds a query parameter, percent-encoded, behind those that the address has. */
    HttpRequest query(String name, String value);

    /** Sets a JSON body from a map, list, string, number, boolean, {@code null} or {@link jakarta.json.JsonValue}. */
    HttpRequest json(Object value);

    /** Sets a form body ({@code application/x-www-form-urlencoded}). */
    HttpRequest form(Map<String, String> fields);

    /** Sets a text body, UTF-8; the content type is yours to set. */
    HttpRequest body(String text);

    /** The longest wait for an answer, more than zero; the run's own limit still counts. */
    HttpRequest timeout(Duration timeout);

    /**
     * Allows up to {@code times} more tries with exponential back-off: after a failure to connect, and for GET, HEAD, PUT
     * and DELETE after the answers 429 (waiting as {@code Retry-After} says), 502, 503 and 504. Every try counts against
     * the limits.
     *
     * @param times 0 to 10
     */
    HttpRequest retry(int times);

    /**
     * Sends the request and waits for the answer, whatever its status.
     *
     * @throws HttpException if the request is refused by a rule, or no answer came
     */
    HttpResponse send();
}
