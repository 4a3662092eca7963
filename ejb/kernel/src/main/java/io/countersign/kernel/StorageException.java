package io.countersign.kernel;

import java.sql.SQLException;

/** The database refused or was away; the transaction rolls back. */
public class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageException(SQLException cause) {
        super(cause);
    }
}
