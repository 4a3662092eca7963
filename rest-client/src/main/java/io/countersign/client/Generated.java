package io.countersign.client;

import java.util.List;

/** A script that has passed the check of a save. */
public record Generated(
        String generatedCode, String suggestedName, String suggestedDocumentation, List<String> warnings) {}
