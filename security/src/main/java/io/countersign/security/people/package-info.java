/** The directory of people: Keycloak read in the background, caches, look-ups, and ids of persons. */
@NullMarked
package io.countersign.security.people;

import org.jspecify.annotations.NullMarked;
