package io.countersign.workflows;

import java.util.List;

/** A script written by the model that has passed the same check as a save. */
public record Generated(
        String generatedCode, String suggestedName, String suggestedDocumentation, List<String> warnings) {
    public Generated {
        warnings = List.copyOf(warnings);
    }
}
