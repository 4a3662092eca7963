package io.countersign.approvals;

/**
 * What a page or a message shows of what is agreed to.
 *
 * @param sha256 digest of the document, to be sent back with a decision
 * @param comparison with the last one that people agreed to
 */
public record AgreementView(AgreementDocument document, String sha256, AgreementComparison comparison) {}
