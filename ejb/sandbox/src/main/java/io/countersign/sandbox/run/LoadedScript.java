package io.countersign.sandbox.run;

import java.util.Map;

/** A script ready to be loaded: woven classes and the name of the one to start. */
public record LoadedScript(String mainClass, Map<String, byte[]> classes) {}
