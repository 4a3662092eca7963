/** Okta. */
@NullMarked
package io.countersign.integrations.okta;

import org.jspecify.annotations.NullMarked;
