/** Sends notifications to Slack and takes decisions from it, over HTTP or Socket Mode. */
@NullMarked
package io.countersign.notify.slack;

import org.jspecify.annotations.NullMarked;
