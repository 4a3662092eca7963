/** API keys over REST. */
@NullMarked
package io.countersign.web.keys;

import org.jspecify.annotations.NullMarked;
