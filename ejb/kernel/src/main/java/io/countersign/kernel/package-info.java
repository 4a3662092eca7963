/**
 * The shared kernel: canonical JSON, pages, lengths of texts, text made safe to show, refusals with the fields that are
 * wrong, and plain JDBC. It knows no domain word, and every module may know it.
 */
@NullMarked
package io.countersign.kernel;

import org.jspecify.annotations.NullMarked;
