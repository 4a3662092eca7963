/** Sends notifications to Microsoft Teams as cards. */
@NullMarked
package io.countersign.notify.teams;

import org.jspecify.annotations.NullMarked;
