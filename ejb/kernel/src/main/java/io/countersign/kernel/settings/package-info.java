/**
 * What an operator can set: each module declares its settings as constants in one class for each concern, which reads them once.
 */
@NullMarked
package io.countersign.kernel.settings;

import org.jspecify.annotations.NullMarked;
