package io.countersign.execution;

import io.countersign.execution.run.RunTable;
import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import io.countersign.security.Actor;
import io.countersign.security.ApiKeys;
import io.countersign.security.Directory;
import io.countersign.security.DirectoryFreshness;
import io.countersign.security.OrganizationScope;
import io.countersign.workflows.Workflows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether the target of a kill switch exists: a misspelt target stops nothing. The switch is engaged all the same, with
 * a warning, because an unknown agent may appear later and an emergency must not be delayed.
 */
@ApplicationScoped
class KillSwitchTargetCheck {
    private final Workflows workflows;
    private final ApiKeys keys;
    private final Directory directory;
    private final RunTable runs;

    @Inject
    KillSwitchTargetCheck(Workflows workflows, ApiKeys keys, Directory directory, RunTable runs) {
        this.workflows = workflows;
        this.keys = keys;
        this.directory = directory;
        this.runs = runs;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected KillSwitchTargetCheck() {
        this(null, null, null, null);
    }

    /** What to warn of when nothing within the caller's organizations is meant by a target of the right form. */
    Optional<String> doubt(KillSwitch stop, Actor by) {
        String target = stop.target();
        if (target == null) {
            return Optional.empty();
        }
        if (stop.scope().equals("workflow") && !isThere(UUID.fromString(target), by)) {
            return Optional.of("There is no workflow of that uuid; the stop is engaged and concerns nothing yet");
        }
        if (stop.scope().equals("agent") && !asks(target, by)) {
            return Optional.of("Nobody goes by that name: no key's name or uuid, no owner of a key and no user;"
                    + " the stop is engaged and concerns nobody yet");
        }
        return Optional.empty();
    }

    /** Archived ones too: what they began may still run. */
    private boolean isThere(UUID uuid, Actor by) {
        try {
            workflows.get(uuid, by);
            return true;
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                return false;
            }
            throw refusal;
        }
    }

    /**
     * Whether somebody asks, or has asked, under that name. Over MCP everybody is an agent, people too; a key that has been
     * renamed since goes by its old name on what it asked for. While Keycloak is away nobody can say who there is not, and a
     * stop must not wait for it.
     */
    private boolean asks(String name, Actor by) {
        OrganizationScope purview = OrganizationScope.of(by);
        return keys.isKnown(name, by)
                || directory
                        .byUserName(name)
                        .filter(person -> purview.covers(person))
                        .isPresent()
                || isInTheDark()
                || runs.askersOfUnended(purview).stream().anyMatch(name::equalsIgnoreCase);
    }

    private boolean isInTheDark() {
        DirectoryFreshness knowledge = directory.knowledge();
        return knowledge.configured() && !knowledge.current();
    }
}
