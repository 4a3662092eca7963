package io.countersign.execution;

import io.countersign.execution.http.HttpExchange;
import io.countersign.sandbox.HttpCall;
import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.secrets.Masker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sends requests with credentials that it does not tell, and hides them in what comes back. Redirects are not followed. */
public final class CredentialedHttp {

    private final HttpExchange exchange;
    private final Map<String, String> credentials;
    private final Masker masker;

    CredentialedHttp(HttpExchange exchange, Map<String, String> credentials, Masker masker) {
        this.exchange = exchange;
        this.credentials = credentials;
        this.masker = masker;
    }

    /**
     * Sends one request, once.
     *
     * @throws HttpFailure of the kind that kept the answer away
     * @throws InterruptedException when whoever sends was told to stop
     */
    public HttpReply send(
            String method, String url, Map<String, String> headers, byte[] body, Duration timeout, int maxBytes)
            throws HttpFailure, InterruptedException {
        List<Map.Entry<String, String>> all = new ArrayList<>(headers.entrySet());
        all.addAll(credentials.entrySet());
        try {
            return exchange.send(new HttpCall(method, url, all, body, body.length > 0, timeout, maxBytes));
        } catch (HttpFailure failure) {
            throw new HttpFailure(failure.kind(), masker.mask(failure.getMessage()));
        }
    }

    /** The text without the credentials. */
    public String mask(String text) {
        return masker.mask(text);
    }

    /** The tree without the credentials. */
    public Map<String, Object> mask(Map<String, Object> tree) {
        return masker.mask(tree);
    }
}
