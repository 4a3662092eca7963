package io.countersign.schema;

/** The database does not carry, and cannot be given, the schema that this release needs. */
public class SchemaException extends RuntimeException {

    SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
