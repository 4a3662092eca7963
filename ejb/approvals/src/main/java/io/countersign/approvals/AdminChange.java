package io.countersign.approvals;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of something that admins keep, such as a policy: all its fields before and after, JSON-shaped.
 *
 * @param subjectType what such things are called among all that waits for agreement, for instance {@code policy}
 * @param noun what people call it, for instance {@code approval policy}
 * @param name which of them, in words
 * @param id which of them
 * @param before what holds now, null where there is none yet
 * @param after what would hold, null where it would be removed
 * @param labels what people call values that are ids, by value
 * @param baseVersion the version that the change was made against, null where there is none yet
 * @param organizationId whose it is, null for what belongs to no organization
 */
public record AdminChange(
        String subjectType,
        String noun,
        String name,
        UUID id,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        Map<String, String> labels,
        @Nullable Long baseVersion,
        @Nullable String organizationId) {

    /** What is to be done. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    public AdminChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change has a before or an after");
        }
        labels = Map.copyOf(labels);
    }

    /** What is to be done. */
    public Operation operation() {
        return before == null ? Operation.CREATE : after == null ? Operation.DELETE : Operation.UPDATE;
    }

    Map<String, Object> old() {
        return before == null ? Map.of() : before;
    }

    Map<String, Object> wanted() {
        return after == null ? Map.of() : after;
    }

    /** Every field that it has before or after, in order. */
    Set<String> fieldNames() {
        Set<String> names = new LinkedHashSet<>(old().keySet());
        names.addAll(wanted().keySet());
        return names;
    }

    /** What would happen, an infinitive in words. */
    String title() {
        String what = "the " + noun + " " + name;
        return switch (operation()) {
            case CREATE -> "Create " + what;
            case DELETE -> "Remove " + what;
            case UPDATE -> ChangeTitle.of(what, old(), wanted());
        };
    }
}
