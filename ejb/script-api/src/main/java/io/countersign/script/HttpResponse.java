package io.countersign.script;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to a request, read to its end. */
public interface HttpResponse {

    /** The status code, such as 200. */
    int status();

    /** Whether the status is 2xx. */
    boolean ok();

    /** The body as text, in the charset that the answer names, else UTF-8; empty when there is none. */
    String body();

    /** A copy of the body's bytes. */
    byte[] bytes();

    /**
     * The body as JSON.
     *
     * @throws HttpException if it is not JSON
     */
    JsonValue json();

    /** The first header of that name, in any letter case. */
    Optional<String> header(String name);

    /** The address that this answer came from: after redirects another one than was asked. */
    String url();

    /** The value of a cookie that the answer, or a redirect on the way to it, has set; the last one of that name. */
    Optional<String> cookie(String name);

    /** All headers, names in lower case, unmodifiable. */
    Map<String, List<String>> headers();
}
