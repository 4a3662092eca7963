package io.countersign.audit;

import java.util.Map;

/** The credential by which the current caller was authenticated; recorded in every row that the caller causes. */
@FunctionalInterface
public interface CallerCredential {

    /** {@code kind id created_by address}, as {@code details.credential} has it; empty when nobody calls. */
    Map<String, ?> now();
}
