/** The token page: a decision without a login, in HTML without a script. */
@NullMarked
package io.countersign.web.decide;

import org.jspecify.annotations.NullMarked;
