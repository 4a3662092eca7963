/** The settings of this module, and secrets read from files. */
@NullMarked
package io.countersign.security.settings;

import org.jspecify.annotations.NullMarked;
