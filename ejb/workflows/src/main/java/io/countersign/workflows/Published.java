package io.countersign.workflows;

/**
 * What execution freezes when somebody asks: the workflow with its current version, its code and digest, read in one
 * statement of time.
 *
 * @param workflow the definition, {@code code} included
 * @param effect what will run, in words and source, for the people who decide
 */
public record Published(Workflow workflow, String effect) {}
