/** Bindings of the server's secrets over REST. */
@NullMarked
package io.countersign.web.secrets;

import org.jspecify.annotations.NullMarked;
