/** Requests in the console: the inbox, one request with its decision, and what else can be done to it. */
@NullMarked
package io.countersign.ui.requests;

import org.jspecify.annotations.NullMarked;
