package io.countersign.schema;

/** The database does not carry, and cannot be given, the schema that this release needs. */
public class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaException(String message) {
        super(message);
    }

    SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
