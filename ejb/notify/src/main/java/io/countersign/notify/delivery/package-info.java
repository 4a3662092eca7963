/** What every sender shares: one delivery, its result, HTTP, and the settings. */
@NullMarked
package io.countersign.notify.delivery;

import org.jspecify.annotations.NullMarked;
