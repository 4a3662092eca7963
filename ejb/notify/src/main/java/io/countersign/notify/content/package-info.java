/** What a notification says, whatever sends it: summaries, details, links. */
@NullMarked
package io.countersign.notify.content;

import org.jspecify.annotations.NullMarked;
