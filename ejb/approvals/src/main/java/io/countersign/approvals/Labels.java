package io.countersign.approvals;

import org.jspecify.annotations.Nullable;

/** What a person was called at the time, kept beside the person's id where the two differ. */
final class Labels {

    private Labels() {}

    /** What to keep: null where the name is the id. */
    static @Nullable String unlessSame(String id, String userName) {
        return id.equals(userName) ? null : userName;
    }

    /** What to show. */
    static String of(String id, @Nullable String kept) {
        return kept == null ? id : kept;
    }
}
