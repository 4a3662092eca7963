package io.countersign.sandbox.allow;

import java.util.List;
import java.util.Map;

/**
 * A class on a list.
 *
 * @param name binary name with dots
 * @param parents the nearest listed classes and interfaces above it
 * @param members by {@code name(descriptor)} or {@code name descriptor}
 */
public record AllowedClass(String name, List<String> parents, Map<String, AllowedMember> members) {}
