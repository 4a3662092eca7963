/** The outbox: rows written in the transaction of a change, and their delivery with retries and dead letters. */
@NullMarked
package io.countersign.notify.outbox;

import org.jspecify.annotations.NullMarked;
