package io.countersign.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How old the directory's data about people is.
 *
 * @param configured whether there is a Keycloak at all; without one the owners of human keys are the people
 * @param asOf when Keycloak last answered, or null if it never did
 * @param current whether the last attempt to ask succeeded
 */
public record DirectoryFreshness(
        boolean configured, @Nullable Instant asOf, boolean current) {}
