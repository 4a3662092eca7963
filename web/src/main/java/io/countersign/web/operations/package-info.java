/** What operators use: numbers, the kill switch, undelivered notifications, callbacks of chat systems. */
@NullMarked
package io.countersign.web.operations;

import org.jspecify.annotations.NullMarked;
