package io.countersign.execution;

import io.countersign.security.Actor;
import io.countersign.security.ApiKeys;
import io.countersign.security.Directory;
import io.countersign.security.ErrorCode;
import io.countersign.security.Knowledge;
import io.countersign.security.Purview;
import io.countersign.security.Refusal;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether there is what a stop aims at: a misspelt target would stop nobody and look as if it did. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class StopTargets {
    @Inject
    private Workflows workflows;

    @Inject
    private ApiKeys keys;

    @Inject
    private Directory directory;

    @Inject
    private RunTable runs;

    /** 422 naming {@code target} when its form is right and nothing within the caller's purview is meant by it. */
    void require(String scope, @Nullable String target, Actor by) {
        if (target == null) {
            return;
        }
        if (scope.equals("workflow")) {
            requireWorkflow(UUID.fromString(target), by);
        } else if (scope.equals("agent") && !asks(target, by)) {
            throw Refusal.invalid(
                    "target", "nobody goes by this: no key's name or uuid, no owner of a key and no user of that name");
        }
    }

    /** Archived ones too: what they began may still run. */
    private void requireWorkflow(UUID uuid, Actor by) {
        try {
            workflows.get(uuid, by);
        } catch (Refusal refusal) {
            throw refusal.code() == ErrorCode.NOT_FOUND
                    ? Refusal.invalid("target", "there is no workflow of that uuid")
                    : refusal;
        }
    }

    /**
     * Whether somebody asks, or has asked, under that name. Over MCP everybody is an agent, people too; a key that has been
     * renamed since goes by its old name on what it asked for. While Keycloak is away nobody can say who there is not, and a
     * stop must not wait for it.
     */
    private boolean asks(String name, Actor by) {
        Purview purview = Purview.of(by);
        return keys.isKnown(name, by)
                || directory
                        .person(name)
                        .filter(person -> purview.covers(person.organizationId()))
                        .isPresent()
                || isInTheDark()
                || runs.askersOfUnended(purview).stream().anyMatch(name::equalsIgnoreCase);
    }

    private boolean isInTheDark() {
        Knowledge knowledge = directory.knowledge();
        return knowledge.configured() && !knowledge.current();
    }
}
