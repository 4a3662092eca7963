package io.countersign.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the chain found.
 *
 * @param valid whether every row is there, in its place and unchanged
 * @param checked how many rows were found good before the check ended
 * @param firstBadSeq the first number at which the record differs from what was written, or null
 */
public record Verification(
        boolean valid, long checked, @Nullable Long firstBadSeq) {

    static Verification good(long checked) {
        return new Verification(true, checked, null);
    }

    static Verification badAt(long seq, long checked) {
        return new Verification(false, checked, seq);
    }
}
