/** What happens after a commit. */
@NullMarked
package io.countersign.execution.storage;

import org.jspecify.annotations.NullMarked;
