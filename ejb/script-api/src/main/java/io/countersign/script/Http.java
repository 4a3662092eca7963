package io.countersign.script;

/** The guarded HTTP client. Only http and https, and only to hosts that the server and the workflow allow. */
public interface Http {

    /** A GET request for the address. */
    HttpRequest get(String url);

    /** A POST request for the address. */
    HttpRequest post(String url);

    /** A PUT request for the address. */
    HttpRequest put(String url);

    /** A PATCH request for the address. */
    HttpRequest patch(String url);

    /** A DELETE request for the address. */
    HttpRequest delete(String url);

    /** A HEAD request for the address. */
    HttpRequest head(String url);

    /** A request with any method but CONNECT. */
    HttpRequest request(String method, String url);
}
