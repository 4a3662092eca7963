package io.countersign.workflows;

/**
 * What execution freezes when somebody asks: the workflow with its current version, its code and digest, read in one
 * statement of time.
 *
 * @param workflow the definition, {@code code} included
 * @param effect what will run, in words and source, for the people who decide; {@link EffectPreview#read} takes it apart
 * @param bindingSha256 digest of everything that an approval is bound to: what would run and who may agree
 */
public record WorkflowSnapshot(Workflow workflow, String effect, String bindingSha256) {}
