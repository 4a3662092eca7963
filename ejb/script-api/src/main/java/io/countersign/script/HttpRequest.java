package io.countersign.script;

import java.time.Duration;
import java.util.Map;

/** A request being put together; every setter returns this same request. Nothing leaves before {@link #send()}. */
public interface HttpRequest {

    /**
     * Sets a header; {@code Host}, {@code Content-Length} and {@code Transfer-Encoding} are set by the client alone. A header is
     * sent once: of a header that has one value, such as {@code Content-Type} or {@code Authorization}, the last value counts;
     * the values of any other are joined as a list. A {@code Content-Type} set here counts more than the one of a body, in any
     * order of calls.
     */
    HttpRequest header(String name, String value);

    /** Sets {@code Authorization} to HTTP Basic authentication (RFC 7617, UTF-8). The user name must not contain a colon. */
    HttpRequest basic(String user, String password);

    /** Sets {@code Authorization} to a bearer token (RFC 6750). */
    HttpRequest bearer(String token);

    /** Adds a query parameter, percent-encoded, behind those that the address has. */
    HttpRequest query(String name, String value);

    /** Sets a JSON body from a map, list, string, number, boolean, {@code null} or {@link jakarta.json.JsonValue}. */
    HttpRequest json(Object value);

    /**
     * Sets a form body ({@code application/x-www-form-urlencoded}). A value is a text, a number, a boolean, or a collection of
     * these, which sends the field once for each.
     *
     * @throws IllegalArgumentException if a value is anything else; the message names the field
     */
    HttpRequest form(Map<String, ?> fields);

    /**
     * Sets a {@code multipart/form-data} body (RFC 7578) of {@link Part#text fields} and {@link Part#file files}. The boundary
     * follows from the parts, so the same parts make the same bytes.
     */
    HttpRequest multipart(Part... parts);

    /** Sets a text body, UTF-8; the content type is yours to set. */
    HttpRequest body(String text);

    /** Sets a body of these bytes; the content type is yours to set. */
    HttpRequest body(byte[] bytes);

    /**
     * Whether redirects are followed, as they are by default: those of GET and HEAD, and 307 and 308 of other methods within
     * the same origin. A redirect that is not followed is the answer.
     */
    HttpRequest followRedirects(boolean follow);

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
