package io.countersign.approvals.storage;

import org.jspecify.annotations.Nullable;

/** What a person was called at the time, kept beside the person's id where the two differ. */
public final class Labels {

    private Labels() {}

    /** What to keep: null where the name is the id. */
    public static @Nullable String unlessSame(String id, String userName) {
        return id.equals(userName) ? null : userName;
    }

    /** What to show. */
    public static String of(String id, @Nullable String kept) {
        return kept == null ? id : kept;
    }
}
