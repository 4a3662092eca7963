package io.countersign.workflows;

import java.util.List;

/** The kinds of indicator that a workflow can act on. */
public final class IndicatorTypes {
    /** All of them, by wire name. */
    public static final List<String> ALL =
            List.of("ip", "domain", "hash_md5", "hash_sha1", "hash_sha256", "url", "email", "account");

    private IndicatorTypes() {}
}
