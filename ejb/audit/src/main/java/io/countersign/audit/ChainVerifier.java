package io.countersign.audit;

import org.jspecify.annotations.Nullable;

/** Follows a chain row by row and remembers where it first broke. */
final class ChainVerifier {

    private long lastSeq;
    private String lastHash;
    private @Nullable Long firstBad;

    ChainVerifier() {
        this(0, Chain.GENESIS);
    }

    private ChainVerifier(long lastSeq, String lastHash) {
        this.lastSeq = lastSeq;
        this.lastHash = lastHash;
    }

    /** For a part of a chain: what comes before its first row is taken on trust, unless that is the very first. */
    static ChainVerifier startingAt(AuditRow first) {
        return first.seq() <= 1 ? new ChainVerifier() : new ChainVerifier(first.seq() - 1, first.prevHash());
    }

    /** Takes the next row; false from the first bad one on. */
    boolean accept(AuditRow row) {
        if (firstBad != null) {
            return false;
        }
        long expected = lastSeq + 1;
        if (row.seq() != expected
                || !row.prevHash().equals(lastHash)
                || !row.hash().equals(row.expectedHash())) {
            firstBad = Math.min(expected, row.seq());
            return false;
        }
        lastSeq = row.seq();
        lastHash = row.hash();
        return true;
    }

    /** Whether the rows seen so far are just those that the head tells of. */
    ChainVerification against(Chain.Head head) {
        if (firstBad == null && (lastSeq != head.seq() || !lastHash.equals(head.hash()))) {
            // rows were cut off at the end, or the head was moved
            firstBad = lastSeq < head.seq() ? lastSeq + 1 : Math.max(1, head.seq());
        }
        return result();
    }

    ChainVerification result() {
        return firstBad == null ? ChainVerification.good(lastSeq) : ChainVerification.badAt(firstBad, lastSeq);
    }
}
