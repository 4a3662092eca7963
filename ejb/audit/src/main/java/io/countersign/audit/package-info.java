/** The hash-chained record of who did what, and the small value types (pages, canonical JSON) that every module shares with it. */
@NullMarked
package io.countersign.audit;

import org.jspecify.annotations.NullMarked;
