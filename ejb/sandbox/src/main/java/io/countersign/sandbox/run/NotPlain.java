package io.countersign.sandbox.run;

/** A value that is not plain data; the message says where and why. */
final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlain(String message) {
        super(message, null, false, false);
    }
}
