/** Who is calling, what they may do, and which people there are. */
@NullMarked
package io.countersign.security;

import org.jspecify.annotations.NullMarked;
