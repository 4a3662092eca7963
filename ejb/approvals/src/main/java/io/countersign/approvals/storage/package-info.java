/** The module's entity manager, large texts, and forms in which values are stored. */
@NullMarked
package io.countersign.approvals.storage;

import org.jspecify.annotations.NullMarked;
