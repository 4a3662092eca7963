package io.countersign.health;

import java.util.Map;

/** One part that can be asked how it is. Checks are quick (bounded to a second or two) and side-effect free. */
public interface Probe {

    /** A short stable name, such as {@code database}. */
    String name();

    /** How the part is now. An exception counts as down. */
    Result check();

    /** Which question the probe answers. */
    default Kind kind() {
        return Kind.READINESS;
    }

    /** Liveness: restart helps if down. Readiness: do not send requests now. Report: shown, never a reason to say no. */
    enum Kind {
        LIVENESS,
        READINESS,
        REPORT
    }

    /**
     * What a check found.
     *
     * @param up whether the part works
     * @param data what an operator wants to see; never a secret
     */
    record Result(boolean up, Map<String, String> data) {

        public Result {
            data = Map.copyOf(data);
        }

        public static Result working() {
            return new Result(true, Map.of());
        }

        public static Result working(Map<String, String> data) {
            return new Result(true, data);
        }

        /** Down, with a reason in plain words. */
        public static Result down(String reason) {
            return new Result(false, Map.of("reason", reason));
        }
    }
}
