package io.countersign.security;

import io.countersign.kernel.Refusal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import org.jspecify.annotations.Nullable;

/** Two changes of one row at once: they take turns at its lock, and whoever cannot is told so with a CONFLICT. */
public final class ConcurrentChange {

    private static final int MAX_CAUSES = 20;

    private ConcurrentChange() {}

    /**
     * Reads a row again and locks it until the transaction ends. What was read of it before may be out of date by then, so
     * everything that is to be judged is judged after this.
     *
     * @param gone what to say when somebody else has deleted the row in between
     * @throws Refusal CONFLICT when the row is gone
     */
    public static void lock(EntityManager entities, Object row, String gone) {
        try {
            entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        } catch (EntityNotFoundException deleted) {
            throw Refusal.conflict(gone);
        }
    }

    /** Whether a failure came of another change of the same row, so that trying again can help. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** What to tell whoever could not make their change. */
    public static Refusal refusal() {
        return Refusal.conflict("Somebody else was changing this at the same moment; read it again and try once more");
    }
}
