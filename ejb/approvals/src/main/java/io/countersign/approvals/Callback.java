package io.countersign.approvals;

/**
 * Where the outcome of a request is posted.
 *
 * @param url as the asker gave it; whoever calls it guards the way out
 * @param secret signs the post; shown to the asker once, and never logged
 */
public record Callback(String url, String secret) {
    /** Without the secret: records end up in logs. */
    @Override
    public String toString() {
        return "Callback[" + url + "]";
    }
}
