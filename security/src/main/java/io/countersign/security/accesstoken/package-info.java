/** Checks Keycloak access tokens. */
@NullMarked
package io.countersign.security.accesstoken;

import org.jspecify.annotations.NullMarked;
