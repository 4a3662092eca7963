package io.countersign.sandbox.allow;

import org.jspecify.annotations.Nullable;

/**
 * A member on a list.
 *
 * @param owner the class that lists it, binary name with dots
 * @param name the name and descriptor as listed
 * @param guard {@code Class.method} in the guard package that is called instead, null if the member is called as it is
 */
public record AllowedMember(
        String owner, String name, @Nullable String guard) {}
