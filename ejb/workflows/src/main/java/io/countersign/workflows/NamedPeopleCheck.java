package io.countersign.workflows;

import io.countersign.approvals.Quorum;
import io.countersign.approvals.RuleLimits;
import io.countersign.kernel.Characters;
import io.countersign.kernel.FieldError;
import io.countersign.kernel.Refusal;
import io.countersign.security.Directory;
import io.countersign.security.DirectoryFreshness;
import io.countersign.security.UserNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Roles and people that a workflow names: each must exist when it is saved. */
@ApplicationScoped
class NamedPeopleCheck {

    private final Directory directory;

    @Inject
    NamedPeopleCheck(Directory directory) {
        this.directory = directory;
    }

    /** For the container's proxy only. */
    @SuppressWarnings("NullAway")
    protected NamedPeopleCheck() {
        this(null);
    }

    /** What is wrong with the names among the fields given; may ask Keycloak, so hold no lock. */
    List<FieldError> unknown(Map<String, Object> given) {
        List<FieldError> errors = new ArrayList<>();
        roles("required_roles", words(given.get("required_roles")), errors);
        roles("quorum", rolesOf(given.get("quorum")), errors);
        if (given.get("escalation") instanceof List<?> steps) {
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i) instanceof Map<?, ?> step) {
                    roles("escalation[" + i + "].roles", words(step.get("roles")), errors);
                }
            }
        }
        DirectoryFreshness freshness = directory.glimpse();
        if (!freshness.configured() || freshness.asOf() != null) {
            people(words(given.get("approvers")), errors);
        }
        return errors;
    }

    private void roles(String field, Set<String> roles, List<FieldError> errors) {
        roles.stream()
                .limit(RuleLimits.MAX_PEOPLE)
                .filter(role -> role.isBlank() || !directory.isRole(role))
                .findFirst()
                .ifPresent(role -> errors.add(
                        new FieldError(field, "there is no role \"" + Characters.shortened(role, 60) + "\"")));
    }

    private void people(Set<String> names, List<FieldError> errors) {
        names.stream()
                .limit(RuleLimits.MAX_PEOPLE)
                .filter(name -> !UserNames.isValid(UserNames.normal(name))
                        || directory.byUserName(name).isEmpty())
                .findFirst()
                .ifPresent(name -> errors.add(new FieldError(
                        "approvers", "there is nobody called \"" + Characters.shortened(name, 60) + "\"")));
    }

    private static Set<String> rolesOf(@Nullable Object quorum) {
        try {
            return quorum == null ? Set.of() : new LinkedHashSet<>(RuleLimits.roles(Quorum.parse(quorum)));
        } catch (Refusal unreadable) {
            return Set.of(); // the form says what is wrong with it
        }
    }

    private static Set<String> words(@Nullable Object list) {
        Set<String> words = new LinkedHashSet<>();
        if (list instanceof List<?> given) {
            given.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(words::add);
        }
        return words;
    }
}
