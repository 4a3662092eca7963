package io.countersign.approvals;

import org.jspecify.annotations.Nullable;

/** An entry of the catalogue to be stored; the fields are those of {@link CatalogueEntry}. */
public record CatalogueDraft(
        String toolName,
        @Nullable String actionType,
        RiskLevel riskLevel,
        Rule rule,
        @Nullable Integer timeoutSeconds,
        @Nullable String organizationId) {}
