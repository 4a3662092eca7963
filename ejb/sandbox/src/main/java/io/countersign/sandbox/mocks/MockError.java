package io.countersign.sandbox.mocks;

import io.countersign.sandbox.HttpFailure;
import io.countersign.sandbox.HttpFailure.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps a mock's answer away: with no connection made, or after the request may have been received. */
public enum MockError {
    CONNECT_TIMEOUT(Kind.CONNECT),
    CONNECT_ERROR(Kind.CONNECT),
    CONNECTION_REFUSED(Kind.CONNECT),
    DNS_FAILURE(Kind.DNS),
    UNKNOWN_HOST(Kind.DNS),
    TIMEOUT(Kind.TIMEOUT),
    READ_TIMEOUT(Kind.TIMEOUT),
    CONNECTION_RESET(Kind.PROTOCOL),
    TLS_ERROR(Kind.TLS),
    PROTOCOL_ERROR(Kind.PROTOCOL),
    IO_ERROR(Kind.PROTOCOL);

    private final Kind kind;

    MockError(Kind kind) {
        this.kind = kind;
    }

    /** The word in a mock. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every word there is. */
    public static List<String> words() {
        return Stream.of(values()).map(MockError::word).toList();
    }

    static Optional<MockError> of(String word) {
        return Stream.of(values()).filter(error -> error.word().equals(word)).findFirst();
    }

    HttpFailure toward(String host) {
        return new HttpFailure(kind, word() + ": no answer from " + host);
    }
}
