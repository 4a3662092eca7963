package io.countersign.audit;

import java.util.Map;

/** Says by which credential the caller at hand was recognised, so that every row that a caller causes can tell it. */
@FunctionalInterface
public interface CallerCredential {

    /** {@code kind id created_by address}, as {@code details.credential} has it; empty when nobody calls. */
    Map<String, ?> now();
}
