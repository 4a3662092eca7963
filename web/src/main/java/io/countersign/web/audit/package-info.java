/** The record over REST, in the formats that others read. */
@NullMarked
package io.countersign.web.audit;

import org.jspecify.annotations.NullMarked;
