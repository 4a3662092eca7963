package io.countersign.approvals.rules;

import io.countersign.approvals.CatalogueEntry;
import io.countersign.approvals.RiskLevel;
import io.countersign.approvals.Rule;
import io.countersign.approvals.ToolNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the catalogue of tools says of one call. */
public final class Catalogue {

    private Catalogue() {}

    /**
     * What holds for a call at the least.
     *
     * @param known whether the tool is in the catalogue
     * @param risk its least risk
     * @param rules who has to agree at the least; empty for a tool that is not there
     * @param timeoutSeconds how long people have at most, null where the catalogue does not say
     * @param actionTypes the classes of action that the catalogue gives it
     */
    public record Terms(
            boolean known,
            RiskLevel risk,
            List<Rule> rules,
            @Nullable Integer timeoutSeconds,
            Set<String> actionTypes) {
        public Terms {
            rules = List.copyOf(rules);
            actionTypes = Set.copyOf(actionTypes);
        }
    }

    /**
     * The entry without an organization holds and the organization's too. An entry without an action type is about every action of the tool; an
     * action that no entry names has all that any of them asks for, so that naming another one is no way out.
     *
     * @param entries those of this tool that cover the organization
     * @param unknown the least risk of a tool that is not there
     */
    public static Terms terms(List<CatalogueEntry> entries, @Nullable String actionType, RiskLevel unknown) {
        if (entries.isEmpty()) {
            return new Terms(false, unknown, List.of(), null, Set.of());
        }
        List<CatalogueEntry> named = entries.stream()
                .filter(entry -> entry.actionType() == null || ToolNames.isSame(entry.actionType(), actionType))
                .toList();
        List<CatalogueEntry> holding = named.isEmpty() ? entries : named;
        return new Terms(
                true,
                holding.stream().map(CatalogueEntry::riskLevel).reduce(RiskLevel.LOW, RiskLevel::higher),
                holding.stream().map(CatalogueEntry::rule).toList(),
                holding.stream()
                        .map(CatalogueEntry::timeoutSeconds)
                        .filter(seconds -> seconds != null)
                        .min(Integer::compare)
                        .orElse(null),
                holding.stream()
                        .map(CatalogueEntry::actionType)
                        .filter(type -> type != null)
                        .collect(Collectors.toSet()));
    }
}
