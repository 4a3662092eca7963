package io.countersign.workflows;

import java.util.List;

/** A script written by the model that has passed the same check as a save. */
public record GeneratedScript(
        String generatedCode, String suggestedName, String suggestedDocumentation, List<String> warnings) {
    public GeneratedScript {
        warnings = List.copyOf(warnings);
    }
}
