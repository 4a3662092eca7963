package io.countersign.script;

import java.util.Map;

/** What a run acts on: an address, a domain, a file hash, an account. */
public interface Indicator {

    /** One of ip, domain, hash_md5, hash_sha1, hash_sha256, url, email, account. */
    String type();

    /** The value itself, as given by the caller. */
    String value();

    /** The verdict on it, such as {@code malicious}; {@code null} when none was given. */
    String malice();

    /** What enrichment found, by source; never null, unmodifiable. */
    Map<String, Object> enrichments();
}
