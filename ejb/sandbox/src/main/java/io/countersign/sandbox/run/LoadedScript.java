package io.countersign.sandbox.run;

import io.countersign.sandbox.weave.Woven;
import java.util.Map;

/**
 * A script ready to be loaded.
 *
 * @param mainClass the class to start
 * @param classes woven classes by name
 * @param weights of the methods with large frames, as {@link Woven} has them
 */
public record LoadedScript(String mainClass, Map<String, byte[]> classes, Map<String, Integer> weights) {
    public LoadedScript(String mainClass, Woven woven) {
        this(mainClass, woven.classes(), woven.weights());
    }
}
