package io.countersign.sandbox.run;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpReply;
import io.countersign.sandbox.IntegrationReply;
import java.util.List;
import java.util.Map;

/** The way from a run to its host: the same thread in tests, a queue in process, a pipe from a worker. */
public interface HostLink {
    /** Values that a script may hide, beside its granted secrets. */
    int MOST_HIDDEN = 100;

    /** Characters of such a value. */
    int LONGEST_HIDDEN = 16_384;

    /** A request as the script put it together, retries and all. */
    record OutgoingRequest(
            String method,
            String url,
            List<Map.Entry<String, String>> headers,
            byte[] body,
            boolean hasBody,
            long timeoutMillis,
            int retries,
            boolean followsRedirects) {}

    /** The host ends the run: a budget that it keeps is over, or nothing can answer. */
    final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        public Ended(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        /** One sentence; never null. */
        public String reason() {
            return String.valueOf(getMessage());
        }

        /** A LIMIT_ code, {@code TIME}, {@code CANCELLED} or {@code HTTP_NOT_MOCKED}. */
        public String code() {
            return code;
        }
    }

    /** Sends the request and waits. */
    HttpReply http(OutgoingRequest ask) throws HttpFailure;

    /** Hands over a line of the log; does not wait. */
    void log(long epochMillis, String level, String message, Map<String, Object> fields);

    /** Masks a value from now on, wherever it would leave the run; does not wait. */
    void hide(String value);

    /** How far the host's waits have moved the clock of a run that does not wait; 0 for any other. */
    default long waitedMillis() {
        return 0;
    }

    /** Performs an operation of an integration and waits. */
    IntegrationReply integration(String name, String operation, Map<String, Object> args) throws HttpFailure;
}
