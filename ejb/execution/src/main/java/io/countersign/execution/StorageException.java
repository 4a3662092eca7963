package io.countersign.execution;

import java.sql.SQLException;

/** The database refused or was away; the transaction rolls back. */
class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(SQLException cause) {
        super(cause);
    }
}
