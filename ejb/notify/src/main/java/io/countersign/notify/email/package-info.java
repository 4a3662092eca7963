/** Sends notifications as e-mail. */
@NullMarked
package io.countersign.notify.email;

import org.jspecify.annotations.NullMarked;
