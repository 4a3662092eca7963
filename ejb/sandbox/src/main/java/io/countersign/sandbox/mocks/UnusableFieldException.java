package io.countersign.sandbox.mocks;

/** A field that cannot be used, by its path. */
public final class UnusableFieldException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String complaint;

    private UnusableFieldException(String message, String path, String complaint) {
        super(message);
        this.path = path;
        this.complaint = complaint;
    }

    static UnusableFieldException unknown(String path) {
        return new UnusableFieldException("unknown field " + path, path, "is not a known field");
    }

    static UnusableFieldException unlike(String path, String expected) {
        return new UnusableFieldException("field " + path + " must be " + expected, path, "must be " + expected);
    }

    /** Where the field is, such as {@code http[0].response.status}. */
    public String path() {
        return path;
    }

    /** What is wrong with it, such as {@code must be a string}. */
    public String complaint() {
        return complaint;
    }
}
