/** Posts the signed outcome to the address that a caller gave. */
@NullMarked
package io.countersign.notify.callback;

import org.jspecify.annotations.NullMarked;
