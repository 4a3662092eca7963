package io.countersign.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the chain found.
 *
 * @param valid whether every row is there, in its place and unchanged
 * @param checked how many rows were found good before the check ended
 * @param firstBadSeq the first number at which the record differs from what was written, or null
 */
public record ChainVerification(
        boolean valid, long checked, @Nullable Long firstBadSeq) {

    static ChainVerification good(long checked) {
        return new ChainVerification(true, checked, null);
    }

    static ChainVerification badAt(long seq, long checked) {
        return new ChainVerification(false, checked, seq);
    }
}
