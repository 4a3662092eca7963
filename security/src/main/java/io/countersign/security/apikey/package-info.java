/** API keys as stored, and authentication by them. */
@NullMarked
package io.countersign.security.apikey;

import org.jspecify.annotations.NullMarked;
