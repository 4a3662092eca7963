/** The audit record in the console. */
@NullMarked
package io.countersign.ui.records;

import org.jspecify.annotations.NullMarked;
