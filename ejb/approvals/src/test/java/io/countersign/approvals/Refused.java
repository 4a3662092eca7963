package io.countersign.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** Says what a refusal must look like. */
public final class Refused {

    private Refused() {}

    public static Refusal with(ErrorCode code, Executable attempt) {
        Refusal refusal = assertThrows(Refusal.class, attempt);
        assertEquals(code, refusal.code(), refusal.getMessage());
        return refusal;
    }

    public static void because(String reason, Executable attempt) {
        Refusal refusal = with(ErrorCode.FORBIDDEN, attempt);
        assertEquals(reason, refusal.details().get("reason"), refusal.getMessage());
    }

    /** CONFLICT, because what was shown is not what is there. */
    public static void stale(String reason, Executable attempt) {
        Refusal refusal = with(ErrorCode.CONFLICT, attempt);
        assertEquals(reason, refusal.details().get("reason"), refusal.getMessage());
    }

    public static String naming(String field, Executable attempt) {
        Refusal refusal = with(ErrorCode.VALIDATION_ERROR, attempt);
        List<?> fields = (List<?>) refusal.details().get("fields");
        return fields.stream()
                .map(Map.class::cast)
                .filter(one -> field.equals(one.get("field")))
                .map(one -> String.valueOf(one.get("message")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(field + " is not among " + fields));
    }
}
