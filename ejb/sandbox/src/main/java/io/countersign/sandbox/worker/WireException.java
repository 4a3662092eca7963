package io.countersign.sandbox.worker;

import java.io.IOException;

/** The other side sent what it must not: it is given up. */
public final class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }
}
