package io.countersign.sandbox.run;

import java.util.Map;

/** The host's own measure of a result: what a worker says is not believed. */
public final class ResultSize {
    private ResultSize() {}

    private static final class Beyond extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Beyond() {
            super(null, null, false, false);
        }
    }

    /** Whether message and data stay within the bytes that a result may have, counted as the script's side counts them. */
    public static boolean fits(String message, Map<String, Object> data, long most) {
        PlainCopy copy = new PlainCopy(most, () -> {
            throw new Beyond();
        });
        try {
            copy.text(message);
            copy.map(data, "data");
            return true;
        } catch (Beyond | NotPlain e) {
            return false;
        }
    }
}
