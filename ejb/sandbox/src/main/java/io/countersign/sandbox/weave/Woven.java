package io.countersign.sandbox.weave;

import java.util.Map;

/**
 * Classes with checkpoints and guards.
 *
 * @param classes by binary name
 * @param weights of the methods that weigh more than 1 at their entry, by {@code class.name(descriptor)}
 */
public record Woven(Map<String, byte[]> classes, Map<String, Integer> weights) {}
